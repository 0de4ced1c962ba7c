// Knows the address of a course's evaluations and their tab.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { EvaluationPage } from "./evaluation-page.tsx";
import { evaluationTexts } from "./texts.ts";

const evaluationRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/evaluation",
  component: function EvaluationRoute() {
    const { courseId } = courseRoute.useParams();
    return <EvaluationPage courseId={courseId} />;
  },
});

export const evaluationRoutes = [evaluationRoute] as const;

export const evaluationTab: CourseTab = {
  name: { nb: evaluationTexts.nb.tab, nn: evaluationTexts.nn.tab, en: evaluationTexts.en.tab },
  path: "evaluation",
  roles: ["practitioner", "coordinator"],
};
