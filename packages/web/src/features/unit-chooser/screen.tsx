// Knows the address where a unit is chosen.
import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { UnitChooserPage } from "./unit-chooser-page.tsx";

export const unitChooserRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/units", component: UnitChooserPage }),
] as const;
