// Knows the address of the agreements and their place among the screens.
import { createRoute } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { AgreementsPage } from "./agreements-page.tsx";
import { agreementTexts } from "./texts.ts";

export const agreementsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/agreements",
    component: AgreementsPage,
  }),
] as const;

const { nb, nn, en } = agreementTexts;

export const agreementsPlace: Place = {
  name: { nb: nb.place, nn: nn.place, en: en.place },
  roles: ["practitioner", "coordinator", "leader", "municipality"],
  address: () => "/agreements",
};
