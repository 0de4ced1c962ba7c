// Knows how the detoxes of a course are asked for, planned, and told to have gone on.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, writing } from "../../app/api/client.ts";

export type Detox = Schemas["Detox"];

export function detoxesQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "detoxes"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/detoxes", { params: { path: { courseId } }, signal }),
      ),
  });
}

export interface NewDetox {
  readonly endOn: string;
  readonly nextStartOn?: string;
  readonly nextWhere?: string;
  readonly careLevel?: NonNullable<Detox["careLevel"]>;
}

export function planDetox(courseId: string, body: NewDetox, key: string) {
  return answered(
    api.POST("/api/courses/{courseId}/detoxes", {
      params: { path: { courseId }, header: writing(key) },
      body,
    }),
  );
}

type Seen = Pick<Detox, "detoxId" | "version">;

export function endDetox({ detoxId, version }: Seen, on: string, key: string) {
  return answered(
    api.POST("/api/detoxes/{detoxId}/ended", {
      params: { path: { detoxId }, header: changing(key, version) },
      body: { on },
    }),
  );
}

export function followDetox({ detoxId, version }: Seen, on: string, key: string) {
  return answered(
    api.POST("/api/detoxes/{detoxId}/followed", {
      params: { path: { detoxId }, header: changing(key, version) },
      body: { on },
    }),
  );
}

export function cancelDetox({ detoxId, version }: Seen, reason: string, key: string) {
  return answered(
    api.POST("/api/detoxes/{detoxId}/cancelled", {
      params: { path: { detoxId }, header: changing(key, version) },
      body: { reason },
    }),
  );
}
