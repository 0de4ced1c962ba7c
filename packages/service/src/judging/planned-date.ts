// Knows until when the day that a plan sets for the next evaluation is a date of the course.
import type { CalendarDate, CourseAt } from "@rettvei/engine";
import type { PlannedDate } from "./stored-course.ts";

/** The day; undefined if none is set, or an evaluation of a later day than the setting's was registered by hand. */
export function plannedDate(
  planned: PlannedDate | undefined,
  { counted }: CourseAt,
  evaluatedBy: string,
): CalendarDate | undefined {
  if (planned === undefined) return undefined;
  const done = counted.some(
    ({ record }) => record.event === evaluatedBy && record.occurredOn > planned.since,
  );
  return done ? undefined : planned.on;
}
