// Knows the address of the messages that came to a unit, and their place among the screens.
import { createRoute } from "@tanstack/react-router";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { ReceivedPage } from "./received-page.tsx";
import { receivedTexts } from "./texts.ts";

const receivedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/received",
  component: function ReceivedRoute() {
    const { unitId } = receivedRoute.useParams();
    return <ReceivedPage key={unitId} unitId={unitId} />;
  },
});

export const receivedRoutes = [receivedRoute] as const;

const { nb, nn, en } = receivedTexts;

export const receivedPlace: Place = {
  name: { nb: nb.place, nn: nn.place, en: en.place },
  roles: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/received`;
  },
};
