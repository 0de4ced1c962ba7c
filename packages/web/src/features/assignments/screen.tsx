// Knows the address of a course's tasks and their tab.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { AssignmentsPage } from "./assignments-page.tsx";
import { assignmentTexts } from "./texts.ts";

const assignmentsRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/people",
  component: function AssignmentsRoute() {
    const { courseId } = courseRoute.useParams();
    return <AssignmentsPage courseId={courseId} />;
  },
});

export const assignmentRoutes = [assignmentsRoute] as const;

export const assignmentTab: CourseTab = {
  name: { nb: assignmentTexts.nb.tab, nn: assignmentTexts.nn.tab, en: assignmentTexts.en.tab },
  path: "people",
  roles: ["coordinator", "leader", "practitioner"],
};
