// Knows how the addresses of all screens become one application. An address holds ids only, never anything about a person.
import { createRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Failure } from "../components/failure.tsx";
import { homeRoutes } from "../features/home/screen.tsx";
import { NotFoundPage } from "../features/not-found/not-found-page.tsx";
import { Frame } from "./frame.tsx";
import { CourseTabsContext, PlacesContext } from "./navigation/places-context.ts";
import { rootRoute } from "./root-route.ts";
import { COURSE_TABS, PLACES, ROUTES } from "./screens.ts";

function RouteFailure({ error, reset }: ErrorComponentProps) {
  return <Failure error={error} onRetry={reset} />;
}

rootRoute.update({
  component: () => (
    <PlacesContext value={PLACES}>
      <CourseTabsContext value={COURSE_TABS}>
        <Frame />
      </CourseTabsContext>
    </PlacesContext>
  ),
});

export function newRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([...homeRoutes, ...ROUTES]),
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: RouteFailure,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
