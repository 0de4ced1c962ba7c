// Knows the course that something is told of.
import { nothingThere } from "../access/acting.ts";
import type { Target } from "../access/target.ts";

export interface OfCourse {
  readonly courseId: string;
  readonly patientId: string;
}

/** The course that a request is about. AppError `not-found` if it is about none. */
export function courseOf({ courseId, patientId }: Target): OfCourse {
  if (courseId === null || patientId === null) throw nothingThere();
  return { courseId, patientId };
}
