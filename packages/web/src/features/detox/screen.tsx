// Knows the address of a course's detoxes and their tab.
import { createRoute } from "@tanstack/react-router";
import { courseRoute } from "../../app/course-route.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { DetoxPage } from "./detox-page.tsx";
import { detoxTexts } from "./texts.ts";

const detoxRoute = createRoute({
  getParentRoute: () => courseRoute,
  path: "/detox",
  component: function DetoxRoute() {
    const { courseId } = courseRoute.useParams();
    return <DetoxPage courseId={courseId} />;
  },
});

export const detoxRoutes = [detoxRoute] as const;

export const detoxTab: CourseTab = {
  name: { nb: detoxTexts.nb.tab, nn: detoxTexts.nn.tab, en: detoxTexts.en.tab },
  path: "detox",
  roles: ["coordinator", "practitioner"],
  whereRegistrable: "detox-end",
};
