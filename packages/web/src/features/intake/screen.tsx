// Knows the address of the list of referrals that wait at a unit, and its place among the screens.
import { createRoute } from "@tanstack/react-router";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { IntakePage } from "./intake-page.tsx";
import { intakeTexts } from "./texts.ts";

const intakeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/referrals",
  component: function IntakeRoute() {
    const { unitId } = intakeRoute.useParams();
    return <IntakePage key={unitId} unitId={unitId} />;
  },
});

export const intakeRoutes = [intakeRoute] as const;

const { nb, nn, en } = intakeTexts;

export const intakePlace: Place = {
  name: { nb: nb.place, nn: nn.place, en: en.place },
  roles: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/referrals`;
  },
};
