// Knows the address of the leader's page of a unit, and its place among the screens.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { leaderTexts } from "./texts.ts";

const Page = lazyRouteComponent(() => import("./leader-page.tsx"), "LeaderPage");

const leaderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/leader",
  component: function LeaderRoute() {
    const { unitId } = leaderRoute.useParams();
    return <Page key={unitId} unitId={unitId} />;
  },
});

export const leaderRoutes = [leaderRoute] as const;

export const leaderPlace: Place = {
  name: { nb: leaderTexts.nb.place, nn: leaderTexts.nn.place, en: leaderTexts.en.place },
  roles: ["leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/leader`;
  },
};
