// Knows the address that everybody comes to first.
import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { HomePage } from "./home-page.tsx";

export const homeRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/", component: HomePage }),
] as const;
