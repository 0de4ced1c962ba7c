// Knows which screens there are: each feature brings its addresses and its place, and is named here once.
import { accessibilityRoutes } from "../features/accessibility/screen.tsx";
import { courseTabs, courseTimelineRoutes } from "../features/course/screen.tsx";
import { planRoutes, planTab } from "../features/plan/screen.tsx";
import { unitChooserRoutes } from "../features/unit-chooser/screen.tsx";
import { workListPlace, workListRoutes } from "../features/work-list/screen.tsx";
import { courseRoute } from "./course-route.ts";
import type { CourseTab } from "./navigation/course-tab.ts";
import type { Place } from "./navigation/place.ts";

/** Screens under `/courses/$courseId`: they are shown below the head of the course. */
const COURSE_ROUTES = [...courseTimelineRoutes, ...planRoutes] as const;

export const ROUTES = [
  ...accessibilityRoutes,
  ...unitChooserRoutes,
  ...workListRoutes,
  courseRoute.addChildren(COURSE_ROUTES),
] as const;

/** In the order of the header. */
export const PLACES: readonly Place[] = [workListPlace];

/** In the order of the tabs of a course. */
export const COURSE_TABS: readonly CourseTab[] = [...courseTabs, planTab];
