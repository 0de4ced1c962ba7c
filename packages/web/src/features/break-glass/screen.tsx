// Knows the address of opening a patient in an unforeseen situation, and its place among the screens.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { breakGlassTexts } from "./texts.ts";

export const breakGlassRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/break-glass",
    component: lazyRouteComponent(() => import("./break-glass-page.tsx"), "BreakGlassPage"),
  }),
] as const;

export const breakGlassPlace: Place = {
  name: {
    nb: breakGlassTexts.nb.place,
    nn: breakGlassTexts.nn.place,
    en: breakGlassTexts.en.place,
  },
  roles: ["practitioner"],
  address: () => "/break-glass",
};
