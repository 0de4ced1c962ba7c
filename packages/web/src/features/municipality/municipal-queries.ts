// Knows the questions of a municipality, and under which keys their answers are kept.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Schemas } from "../../app/api/client.ts";

export type FollowUpPlan = Schemas["FollowUpPlan"];
export type SharedCourse = Awaited<ReturnType<typeof askShared>>["courses"][number];

function askShared(unitId: string, signal: AbortSignal) {
  const params = { path: { unitId } };
  return answered(api.GET("/api/units/{unitId}/shared-courses", { params, signal }));
}

export function sharedCoursesQuery(unitId: string) {
  return queryOptions({
    queryKey: ["shared-courses", unitId],
    queryFn: ({ signal }) => askShared(unitId, signal),
  });
}

export function followUpQuery(courseId: string) {
  return queryOptions({
    queryKey: ["follow-up-plan", courseId],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/follow-up-plan", {
          params: { path: { courseId } },
          signal,
        }),
      ),
  });
}
