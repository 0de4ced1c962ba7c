// Knows the address of what a patient has said in a course, and its tab.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { voiceTexts } from "./texts.ts";
import { VoicesPage } from "./voices-page.tsx";

const voicesRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/voices",
  component: function VoicesRoute() {
    const { courseId } = courseRoute.useParams();
    return <VoicesPage courseId={courseId} />;
  },
});

export const voiceRoutes = [voicesRoute] as const;

export const voiceTab: CourseTab = {
  name: { nb: voiceTexts.nb.tab, nn: voiceTexts.nn.tab, en: voiceTexts.en.tab },
  path: "voices",
  roles: ["practitioner", "coordinator"],
};
