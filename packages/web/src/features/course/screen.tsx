// Knows the address of a course, what all its screens share, and the tab of its timeline.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { CourseFrame } from "./course-frame.tsx";
import { CoursePage } from "./course-page.tsx";
import { courseSearch } from "./course-search.ts";
import { courseTexts } from "./texts.ts";

courseRoute.update({
  component: function CourseRoute() {
    const { courseId } = courseRoute.useParams();
    return <CourseFrame key={courseId} courseId={courseId} />;
  },
});

const timelineRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/",
  validateSearch: courseSearch,
  component: function TimelineRoute() {
    const { courseId } = courseRoute.useParams();
    const { "known-on": knownOn } = timelineRoute.useSearch();
    return <CoursePage courseId={courseId} knownOn={knownOn} />;
  },
});

export const courseTimelineRoutes = [timelineRoute] as const;

export const courseTabs: readonly CourseTab[] = [
  {
    name: {
      nb: courseTexts.nb.overview,
      nn: courseTexts.nn.overview,
      en: courseTexts.en.overview,
    },
    path: "",
    roles: ["coordinator", "practitioner", "leader"],
  },
];
