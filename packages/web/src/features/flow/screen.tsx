// Knows the address of the flow of a unit, and its place among the screens.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { flowSearch } from "./flow-search.ts";

const Page = lazyRouteComponent(() => import("./flow-page.tsx"), "FlowPage");

const flowRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/flow",
  validateSearch: flowSearch,
  component: function FlowRoute() {
    const { unitId } = flowRoute.useParams();
    return <Page key={unitId} unitId={unitId} search={flowRoute.useSearch()} />;
  },
});

export const flowRoutes = [flowRoute] as const;

export const flowPlace: Place = {
  name: { nb: "Flyt", nn: "Flyt", en: "Flow" },
  roles: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/flow`;
  },
};
