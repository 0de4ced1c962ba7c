// Knows the addresses of work lists, a unit's and one's own, and their places among the screens.
import { createRoute } from "@tanstack/react-router";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { WorkListPage } from "./work-list-page.tsx";
import { workListSearch } from "./work-list-search.ts";

const workListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId",
  validateSearch: workListSearch,
  component: function WorkListRoute() {
    const { unitId } = workListRoute.useParams();
    return <WorkListPage key={unitId} unitId={unitId} search={workListRoute.useSearch()} />;
  },
});

const ownListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/my-work-list",
  validateSearch: workListSearch,
  component: function OwnListRoute() {
    return <WorkListPage unitId={undefined} search={ownListRoute.useSearch()} />;
  },
});

export const workListRoutes = [workListRoute, ownListRoute] as const;

export const workListPlace: Place = {
  name: { nb: "Arbeidsliste", nn: "Arbeidsliste", en: "Work list" },
  roles: ["coordinator", "leader"],
  homeOf: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? "/units" : `/units/${encodeURIComponent(unitId)}`;
  },
};

export const ownListPlace: Place = {
  name: { nb: "Mine forløp", nn: "Mine forløp", en: "My courses" },
  roles: ["practitioner"],
  homeOf: ["practitioner"],
  address: () => "/my-work-list",
};
