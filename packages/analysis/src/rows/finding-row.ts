// Knows a finding as a row: the columns of the format, in order.
import {
  type CourseFinding,
  findingsAcross,
  findingsOf,
  type JudgedCourse,
  type Language,
} from "@rettvei/engine";
import { type Cell, compareText } from "./verdict-row.ts";

export const FINDING_COLUMNS = [
  "course_id",
  "finding",
  "severity",
  "record_ids",
  "message",
] as const;

/** Findings of all courses, those that need a patient's other courses included, in the format's order. */
export function allFindings(judged: readonly JudgedCourse[]): readonly CourseFinding[] {
  const own = judged.flatMap((course) =>
    findingsOf(course).map((finding) => ({ ...finding, courseId: course.log.courseId })),
  );
  return [...own, ...findingsAcross(judged)].sort(
    (a, b) =>
      compareText(a.courseId, b.courseId) ||
      compareText(a.rule.id, b.rule.id) ||
      compareText(a.recordIds.join(" "), b.recordIds.join(" ")),
  );
}

export function findingRow(finding: CourseFinding, language: Language): readonly Cell[] {
  const { rule, courseId, recordIds } = finding;
  return [courseId, rule.id, rule.severity, recordIds.join(" "), rule.message[language]];
}
