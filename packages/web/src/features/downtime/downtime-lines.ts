// Knows what was written on paper while the service was down, line by line, and which lines are of one course.
import type { Registration } from "../../app/api/contract.ts";

export interface DowntimeLine {
  readonly key: string;
  readonly courseId: string;
  readonly event: string;
  readonly outcome: string;
  /** The day it happened; empty until it is filled in: it is not today by itself. */
  readonly on: string;
}

export function newLine(): DowntimeLine {
  return { key: crypto.randomUUID(), courseId: "", event: "", outcome: "", on: "" };
}

export function isWhole({ courseId, event, on }: DowntimeLine): boolean {
  return courseId !== "" && event !== "" && on !== "";
}

/** By course, in the order in which each course is first named. */
export function byCourse(
  lines: readonly DowntimeLine[],
): ReadonlyMap<string, readonly DowntimeLine[]> {
  const courses = new Map<string, readonly DowntimeLine[]>();
  for (const line of lines) {
    courses.set(line.courseId, [...(courses.get(line.courseId) ?? []), line]);
  }
  return courses;
}

/** As the ordinary registration takes it. */
export function registrationOf({ event, outcome, on }: DowntimeLine): Registration {
  return { event, occurredOn: on, ...(outcome === "" ? {} : { outcome }) };
}
