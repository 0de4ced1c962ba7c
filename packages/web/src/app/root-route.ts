// Knows the route that all others are under.
import { createRootRoute } from "@tanstack/react-router";

export const rootRoute = createRootRoute();
