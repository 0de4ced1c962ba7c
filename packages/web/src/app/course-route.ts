// Knows the route that all screens of one course are under: they share its head and its tabs.
import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "./root-route.ts";

export const courseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/courses/$courseId",
});
