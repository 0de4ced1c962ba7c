// Knows which screens there are: each feature brings its addresses and its place, and is named here once.
import { accessibilityRoutes } from "../features/accessibility/screen.tsx";
import { assignmentRoutes, assignmentTab } from "../features/assignments/screen.tsx";
import { breakGlassPlace, breakGlassRoutes } from "../features/break-glass/screen.tsx";
import { closingRoutes, closingTab } from "../features/closing/screen.tsx";
import { proposalRoutes, proposalsPlace } from "../features/course/proposals/screen.tsx";
import { courseTabs, courseTimelineRoutes } from "../features/course/screen.tsx";
import { detoxRoutes, detoxTab } from "../features/detox/screen.tsx";
import { downtimePlace, downtimeRoutes } from "../features/downtime/screen.tsx";
import { evaluationRoutes, evaluationTab } from "../features/evaluation/screen.tsx";
import { flowPlace, flowRoutes } from "../features/flow/screen.tsx";
import { leaderPlace, leaderRoutes } from "../features/leader/screen.tsx";
import { logControlPlace, logControlRoutes } from "../features/log-control/screen.tsx";
import { messagePlace, messageRoutes } from "../features/messages/screen.tsx";
import { planRoutes, planTab } from "../features/plan/screen.tsx";
import { taskPlaces, taskRoutes } from "../features/tasks/screen.tsx";
import {
  courseTransferRoutes,
  transferPlace,
  transferTab,
  unitTransferRoutes,
} from "../features/transfer/screen.tsx";
import { unitChooserRoutes } from "../features/unit-chooser/screen.tsx";
import { voiceRoutes, voiceTab } from "../features/voices/screen.tsx";
import { ownListPlace, workListPlace, workListRoutes } from "../features/work-list/screen.tsx";
import { courseRoute } from "./course-route.ts";
import type { CourseTab } from "./navigation/course-tab.ts";
import type { Place } from "./navigation/place.ts";
import { OUTSIDE_PLACES, OUTSIDE_ROUTES } from "./outside-screens.ts";

/** Screens under `/courses/$courseId`: they are shown below the head of the course. */
const COURSE_ROUTES = [
  ...courseTimelineRoutes,
  ...planRoutes,
  ...evaluationRoutes,
  ...detoxRoutes,
  ...assignmentRoutes,
  ...courseTransferRoutes,
  ...voiceRoutes,
  ...closingRoutes,
] as const;

export const ROUTES = [
  ...accessibilityRoutes,
  ...breakGlassRoutes,
  ...leaderRoutes,
  ...flowRoutes,
  ...logControlRoutes,
  ...unitChooserRoutes,
  ...workListRoutes,
  ...proposalRoutes,
  ...unitTransferRoutes,
  ...taskRoutes,
  ...messageRoutes,
  ...downtimeRoutes,
  ...OUTSIDE_ROUTES,
  courseRoute.addChildren(COURSE_ROUTES),
] as const;

/** In the order of the header. */
export const PLACES: readonly Place[] = [
  workListPlace,
  ownListPlace,
  proposalsPlace,
  ...taskPlaces,
  transferPlace,
  leaderPlace,
  flowPlace,
  breakGlassPlace,
  logControlPlace,
  messagePlace,
  downtimePlace,
  ...OUTSIDE_PLACES,
];

/** In the order of the tabs of a course. */
export const COURSE_TABS: readonly CourseTab[] = [
  ...courseTabs,
  planTab,
  evaluationTab,
  voiceTab,
  detoxTab,
  assignmentTab,
  transferTab,
  closingTab,
];
