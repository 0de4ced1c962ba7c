// Knows the course that something is told of.
import type pg from "pg";
import { nothingThere } from "../access/acting.ts";
import type { Target } from "../access/target.ts";
import { patientOfCourse } from "../store/course-logs.ts";

export interface OfCourse {
  readonly courseId: string;
  readonly patientId: string;
}

/** The course that a request is about. AppError `not-found` if it is about none. */
export function courseOf({ courseId, patientId }: Target): OfCourse {
  if (courseId === null || patientId === null) throw nothingThere();
  return { courseId, patientId };
}

/** Refuses a course that is not this patient's, as if it were not there. Null is all of the patient's. */
export async function refuseOthersCourse(
  client: pg.ClientBase,
  patientId: string,
  courseId: string | null,
): Promise<void> {
  if (courseId === null) return;
  if ((await patientOfCourse(client, courseId)) !== patientId) throw nothingThere();
}
