// Knows the address of a course's closing and its tab.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { ClosingPage } from "./closing-page.tsx";
import { closingTexts } from "./texts.ts";

const closingRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/closing",
  component: function ClosingRoute() {
    const { courseId } = courseRoute.useParams();
    return <ClosingPage courseId={courseId} />;
  },
});

export const closingRoutes = [closingRoute] as const;

export const closingTab: CourseTab = {
  name: { nb: closingTexts.nb.tab, nn: closingTexts.nn.tab, en: closingTexts.en.tab },
  path: "closing",
  roles: ["practitioner", "coordinator"],
};
