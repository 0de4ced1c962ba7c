// Knows which questions the screens ask the service, and under which keys the answers are kept.
import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answered, api, changing } from "./client.ts";
import type { Course, Registration, RegistrationAnswer, Session } from "./contract.ts";
import { getJson, postJson, type Writing } from "./request.ts";

const path = (...parts: readonly string[]): string =>
  `/api/${parts.map(encodeURIComponent).join("/")}`;

/** Asked again whenever the window is looked at: who is logged in may have changed in another. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => getJson<Session>(path("session"), signal),
  staleTime: 0,
});

export function holdRole(grantId: string): Promise<Session> {
  return postJson<Session>(path("session", "role"), { grantId }, new AbortController().signal);
}

export const unitsQuery = queryOptions({
  queryKey: ["units"],
  queryFn: ({ signal }) => answered(api.GET("/api/units", { signal })),
});

export const textsQuery = queryOptions({
  queryKey: ["texts"],
  queryFn: ({ signal }) => answered(api.GET("/api/texts", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** As it is now; with a day, as it was known at the end of it. */
export function courseQuery(courseId: string, knownOn?: string) {
  const query = knownOn === undefined ? {} : { "known-on": knownOn };
  const queryKey: readonly unknown[] =
    knownOn === undefined ? ["course", courseId] : ["course", courseId, "known", knownOn];
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}", { params: { path: { courseId }, query }, signal }),
      ),
  });
}

/** The course as a change has left it: what was asked before the change is not waited for any more. */
export async function showCourse(client: QueryClient, course: Course): Promise<void> {
  const { queryKey } = courseQuery(course.courseId);
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, course);
}

export function assignmentsQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "assignments"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/assignments", { params: { path: { courseId } }, signal }),
      ),
  });
}

/** Who works at a unit and may be given tasks there. */
export function unitPeopleQuery(unitId: string | null) {
  return queryOptions({
    queryKey: ["unit-people", unitId],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/units/{unitId}/people", {
          params: { path: { unitId: unitId ?? "" } },
          signal,
        }),
      ),
    enabled: unitId !== null,
    retry: false,
  });
}

/** All that is asked about what registrations in the course would change. */
export const previewsKey = (courseId: string): readonly unknown[] => ["preview", courseId];

/** What registrations would change; nothing is written. Asked anew when the log has grown. */
export function previewQuery(course: Course, records: readonly Registration[] | undefined) {
  return queryOptions({
    queryKey: [...previewsKey(course.courseId), course.lastRecordSeq, records],
    queryFn: ({ signal }) =>
      answered(
        api.POST("/api/courses/{courseId}/preview", {
          params: { path: { courseId: course.courseId } },
          body: { records: [...(records ?? [])] },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
}

export function postRecords(
  courseId: string,
  records: readonly Registration[],
  { key, version }: Writing,
): Promise<RegistrationAnswer> {
  return answered(
    api.POST("/api/courses/{courseId}/records", {
      params: { path: { courseId }, header: changing(key, version) },
      body: { records: [...records] },
    }),
  );
}
