// Knows the addresses of work lists, a unit's and one's own, and their places among the screens.
import { createRoute } from "@tanstack/react-router";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { QuickRegistrationHost } from "../course/quick-registration.tsx";
import { WorkListPage } from "./work-list-page.tsx";
import { workListSearch } from "./work-list-search.ts";

const workListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId",
  validateSearch: workListSearch,
  component: function WorkListRoute() {
    const { unitId } = workListRoute.useParams();
    const search = workListRoute.useSearch();
    return (
      <QuickRegistrationHost>
        <WorkListPage key={unitId} unitId={unitId} search={search} />
      </QuickRegistrationHost>
    );
  },
});

const ownListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/my-work-list",
  validateSearch: workListSearch,
  component: function OwnListRoute() {
    const search = ownListRoute.useSearch();
    return (
      <QuickRegistrationHost>
        <WorkListPage unitId={undefined} search={search} />
      </QuickRegistrationHost>
    );
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
