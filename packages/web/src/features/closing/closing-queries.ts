// Knows how the end of a course is asked for and written: checks, summary, follow-up plan, closing, opening again.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, writing } from "../../app/api/client.ts";
import type { paths } from "../../app/api/generated/paths.ts";

export type Closing = Schemas["Closing"];
export type Item = Closing["items"][number];

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export type Checks = BodyOf<"/api/courses/{courseId}/closing/checks">;
export type Closure = BodyOf<"/api/courses/{courseId}/closing/closed">;
export type Summary = BodyOf<"/api/courses/{courseId}/discharge-summaries">;
export type NewFollowUp = BodyOf<"/api/courses/{courseId}/follow-up-plan">;

export function closingQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "closing"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/closing", { params: { path: { courseId } }, signal }),
      ),
  });
}

export function followUpQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "follow-up"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/follow-up-plan", {
          params: { path: { courseId } },
          signal,
        }),
      ),
  });
}

type Seen = Pick<Closing, "courseId" | "version">;

const changed = ({ courseId, version }: Seen, key: string) => ({
  path: { courseId },
  header: changing(key, version),
});

export function saveChecks(seen: Seen, body: Checks, key: string) {
  const params = changed(seen, key);
  return answered(api.POST("/api/courses/{courseId}/closing/checks", { params, body }));
}

export function closeCourse(seen: Seen, body: Closure, key: string) {
  const params = changed(seen, key);
  return answered(api.POST("/api/courses/{courseId}/closing/closed", { params, body }));
}

export function reopenCourse(seen: Seen, reason: string, key: string) {
  const params = changed(seen, key);
  const body = { reason };
  return answered(api.POST("/api/courses/{courseId}/closing/reopened", { params, body }));
}

export function sendSummary(courseId: string, body: Summary, key: string) {
  const params = { path: { courseId }, header: writing(key) };
  return answered(api.POST("/api/courses/{courseId}/discharge-summaries", { params, body }));
}

export function makeFollowUp(courseId: string, body: NewFollowUp, key: string) {
  const params = { path: { courseId }, header: writing(key) };
  return answered(api.POST("/api/courses/{courseId}/follow-up-plan", { params, body }));
}
