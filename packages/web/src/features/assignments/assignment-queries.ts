// Knows how the tasks of a course are asked for with their version, given, and ended.
import { type QueryKey, queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, versioned } from "../../app/api/client.ts";

export type Tenure = Schemas["Tenure"];
export type TaskRole = Tenure["role"];

export const TASK_ROLES: readonly TaskRole[] = [
  "coordinator",
  "practitioner",
  "ip-coordinator",
  "municipal-contact",
];

export function versionedAssignmentsQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "assignments", "versioned"],
    queryFn: ({ signal }) =>
      versioned(
        api.GET("/api/courses/{courseId}/assignments", { params: { path: { courseId } }, signal }),
      ),
  });
}

/** What shows who has a task, and so is read anew when that has changed. */
export const showingTasks = (courseId: string): readonly QueryKey[] => [
  ["course", courseId],
  ["work-list"],
  ["tasks"],
  ["leader"],
];

export interface NewHolder {
  readonly role: TaskRole;
  readonly personId: string;
  readonly personName: string;
  readonly unitId?: string;
  readonly phone?: string;
  readonly note?: string;
}

export function giveTask(courseId: string, holder: NewHolder, version: number, key: string) {
  return answered(
    api.POST("/api/courses/{courseId}/assignments", {
      params: { path: { courseId }, header: changing(key, version) },
      body: holder,
    }),
  );
}

export function endTask(
  courseId: string,
  { role, note }: { readonly role: TaskRole; readonly note: string },
  version: number,
  key: string,
) {
  return answered(
    api.POST("/api/courses/{courseId}/assignments/end", {
      params: { path: { courseId }, header: changing(key, version) },
      body: { role, note },
    }),
  );
}
