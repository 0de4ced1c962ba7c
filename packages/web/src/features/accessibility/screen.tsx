// Knows the address of the statement on accessibility.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";

export const accessibilityRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/accessibility",
    component: lazyRouteComponent(() => import("./accessibility-page.tsx"), "AccessibilityPage"),
  }),
] as const;
