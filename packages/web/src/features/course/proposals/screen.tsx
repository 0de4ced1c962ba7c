// Knows the address of what is proposed at a unit, and its place among the screens.
import { createRoute } from "@tanstack/react-router";
import { ownUnit } from "../../../app/navigation/own-unit.ts";
import type { Place } from "../../../app/navigation/place.ts";
import { rootRoute } from "../../../app/root-route.ts";
import { courseTexts } from "../texts.ts";
import { UnitProposalsPage } from "./unit-proposals-page.tsx";

const unitProposalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/proposals",
  component: function UnitProposalsRoute() {
    const { unitId } = unitProposalsRoute.useParams();
    return <UnitProposalsPage key={unitId} unitId={unitId} />;
  },
});

export const proposalRoutes = [unitProposalsRoute] as const;

export const proposalsPlace: Place = {
  name: {
    nb: courseTexts.nb.unitProposals,
    nn: courseTexts.nn.unitProposals,
    en: courseTexts.en.unitProposals,
  },
  roles: ["coordinator"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/proposals`;
  },
};
