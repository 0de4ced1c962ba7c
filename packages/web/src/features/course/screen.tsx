// Knows the address of a course.
import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { CoursePage } from "./course-page.tsx";

const courseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/courses/$courseId",
  component: function CourseRoute() {
    const { courseId } = courseRoute.useParams();
    return <CoursePage key={courseId} courseId={courseId} />;
  },
});

export const courseRoutes = [courseRoute] as const;
