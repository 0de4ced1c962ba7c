// Knows the address of the log control, and its place among the screens.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { logControlTexts } from "./texts.ts";

export const logControlRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/log-control",
    component: lazyRouteComponent(() => import("./log-control-page.tsx"), "LogControlPage"),
  }),
] as const;

export const logControlPlace: Place = {
  name: {
    nb: logControlTexts.nb.place,
    nn: logControlTexts.nn.place,
    en: logControlTexts.en.place,
  },
  roles: ["log-controller"],
  homeOf: ["log-controller"],
  address: () => "/log-control",
};
