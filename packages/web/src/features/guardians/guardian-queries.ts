// Knows how a child's guardians are asked for, registered and ended, and what they see of a course.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, writing } from "../../app/api/client.ts";
import type { paths } from "../../app/api/generated/paths.ts";

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export type NewGuardian = BodyOf<"/api/patients/{patientId}/representations">;
export type GuardianView = BodyOf<"/api/courses/{courseId}/guardian-view">["view"];

export function representationsQuery(patientId: string) {
  return queryOptions({
    queryKey: ["representations", patientId],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/patients/{patientId}/representations", {
          params: { path: { patientId } },
          signal,
        }),
      ),
  });
}

export function guardianViewQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "guardian-view"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/guardian-view", {
          params: { path: { courseId } },
          signal,
        }),
      ),
  });
}

export function registerGuardian(patientId: string, body: NewGuardian, key: string) {
  const params = { path: { patientId }, header: writing(key) };
  return answered(api.POST("/api/patients/{patientId}/representations", { params, body }));
}

export function endGuardian(representationId: string, version: number, key: string) {
  const params = { path: { representationId }, header: changing(key, version) };
  return answered(api.POST("/api/representations/{representationId}/ended", { params, body: {} }));
}

export function tellGuardians(
  courseId: string,
  body: { readonly view: GuardianView; readonly reason: string },
  key: string,
) {
  const params = { path: { courseId }, header: writing(key) };
  return answered(api.POST("/api/courses/{courseId}/guardian-view", { params, body }));
}
