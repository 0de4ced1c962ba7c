// Knows the addresses of transfers: a course's tab, and a unit's list.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { transferTexts } from "./texts.ts";
import { CourseTransfersPage, UnitTransfersPage } from "./transfer-pages.tsx";

const courseTransfersRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/transfer",
  component: function CourseTransfersRoute() {
    const { courseId } = courseRoute.useParams();
    return <CourseTransfersPage courseId={courseId} />;
  },
});

const unitTransfersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/transfers",
  component: function UnitTransfersRoute() {
    const { unitId } = unitTransfersRoute.useParams();
    return <UnitTransfersPage unitId={unitId} />;
  },
});

export const courseTransferRoutes = [courseTransfersRoute] as const;
export const unitTransferRoutes = [unitTransfersRoute] as const;

export const transferTab: CourseTab = {
  name: { nb: transferTexts.nb.tab, nn: transferTexts.nn.tab, en: transferTexts.en.tab },
  path: "transfer",
  roles: ["coordinator", "leader", "practitioner"],
};

export const transferPlace: Place = {
  name: { nb: transferTexts.nb.place, nn: transferTexts.nn.place, en: transferTexts.en.place },
  roles: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/transfers`;
  },
};
