// Knows the addresses of a municipality's screens and their place among the screens.
import { createRoute } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { FollowUpPage } from "./follow-up-page.tsx";
import { SharedPage } from "./shared-page.tsx";
import { municipalityTexts } from "./texts.ts";

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/municipality/$unitId",
  component: function SharedRoute() {
    const { unitId } = sharedRoute.useParams();
    return <SharedPage key={unitId} unitId={unitId} />;
  },
});

const followUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/follow-up/$courseId",
  component: function FollowUpRoute() {
    const { courseId } = followUpRoute.useParams();
    return <FollowUpPage key={courseId} courseId={courseId} />;
  },
});

export const municipalityRoutes = [sharedRoute, followUpRoute] as const;

const { nb, nn, en } = municipalityTexts;

export const municipalityPlace: Place = {
  name: { nb: nb.place, nn: nn.place, en: en.place },
  roles: ["municipality"],
  homeOf: ["municipality"],
  address: ({ units }) => {
    const unitId = units[0]?.unitId;
    return unitId === undefined ? undefined : `/municipality/${encodeURIComponent(unitId)}`;
  },
};
