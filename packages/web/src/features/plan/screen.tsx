// Knows the address of a course's plans and their tab.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { PlanPage } from "./plan-page.tsx";
import { planTexts } from "./texts.ts";

const planRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/plan",
  component: function PlanRoute() {
    const { courseId } = courseRoute.useParams();
    return <PlanPage courseId={courseId} />;
  },
});

export const planRoutes = [planRoute] as const;

export const planTab: CourseTab = {
  name: { nb: planTexts.nb.tab, nn: planTexts.nn.tab, en: planTexts.en.tab },
  path: "plan",
  roles: ["practitioner", "coordinator"],
};
