// Knows the addresses of the application. An address holds ids only, never anything about a person.
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  redirect,
} from "@tanstack/react-router";
import { Failure } from "../components/failure.tsx";
import { CoursePage } from "../features/course/course-page.tsx";
import { NotFoundPage } from "../features/not-found/not-found-page.tsx";
import { UnitChooserPage } from "../features/unit-chooser/unit-chooser-page.tsx";
import { WorkListPage } from "../features/work-list/work-list-page.tsx";
import { Frame } from "./frame.tsx";
import { lastUnit } from "./last-unit.ts";

const rootRoute = createRootRoute({ component: Frame });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    const unitId = lastUnit();
    if (unitId === undefined) throw redirect({ to: "/units", replace: true });
    throw redirect({ to: "/units/$unitId", params: { unitId }, replace: true });
  },
});

const unitsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units",
  component: UnitChooserPage,
});

export interface WorkListSearch {
  readonly group?: "undated";
  readonly pathway?: string;
  readonly phase?: string;
}

function workListSearch(search: Record<string, unknown>): WorkListSearch {
  return {
    ...(search.group === "undated" ? { group: "undated" } : {}),
    ...(typeof search.pathway === "string" ? { pathway: search.pathway } : {}),
    ...(typeof search.phase === "string" ? { phase: search.phase } : {}),
  };
}

const workListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId",
  validateSearch: workListSearch,
  component: function WorkListRoute() {
    const { unitId } = workListRoute.useParams();
    return <WorkListPage key={unitId} unitId={unitId} search={workListRoute.useSearch()} />;
  },
});

const courseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/courses/$courseId",
  component: function CourseRoute() {
    const { courseId } = courseRoute.useParams();
    return <CoursePage key={courseId} courseId={courseId} />;
  },
});

function RouteFailure({ error, reset }: ErrorComponentProps) {
  return <Failure error={error} onRetry={reset} />;
}

export function newRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([homeRoute, unitsRoute, workListRoute, courseRoute]),
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
