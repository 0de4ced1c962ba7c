// Knows how good lines become logs: what the lines of a course must agree on, and what may refer to what.
import type { CourseLog, LogRecord } from "@rettvei/engine";
import type { CheckedLine } from "./check-line.ts";
import { type LineProblem, shown } from "./line-problem.ts";

interface Course {
  patientId: string | undefined;
  pathway: string | undefined;
  lines: CheckedLine[];
}

/** Takes checked lines in any order and gives the logs when the file has been read. */
export interface LogGatherer {
  add(line: CheckedLine): void;
  /** Courses by id in text order; also tells of references that name no good line. */
  finish(): readonly CourseLog[];
}

function referenceOf(
  record: LogRecord,
): { column: "voids" | "corrects"; target: string } | undefined {
  if (record.voids !== undefined) return { column: "voids", target: record.voids };
  return record.corrects === undefined
    ? undefined
    : { column: "corrects", target: record.corrects };
}

export function gatherLogs(tell: (problem: LineProblem) => void): LogGatherer {
  const courses = new Map<string, Course>();
  const recordIds = new Set<string>();
  const referring: CheckedLine[] = [];

  const bad = (line: number, column: string, expected: string, found: string): false => {
    tell({ line, column, expected, found: shown(found) });
    return false;
  };

  /** Tells where the line disagrees with earlier good lines of its course. */
  const agrees = ({ line, pathway, patientId }: CheckedLine, course: Course): boolean => {
    let good = true;
    if (course.pathway !== undefined && pathway !== undefined && pathway !== course.pathway) {
      good = bad(line, "pathway", `${course.pathway}, as on the course's other lines`, pathway);
    }
    if (course.patientId !== undefined && patientId !== undefined && patientId !== course.patientId) {
      good = bad(line, "patient_id", "the patient of the course's other lines", patientId);
    }
    return good;
  };

  const isNew = ({ line, record }: CheckedLine): boolean =>
    !recordIds.has(record.recordId) ||
    bad(line, "record_id", "an id used once in the file", record.recordId);

  const add = (checked: CheckedLine): void => {
    const { courseId, record } = checked;
    const known = courses.get(courseId);
    const fits = known === undefined || agrees(checked, known);
    if (!isNew(checked) || !fits) return;
    recordIds.add(record.recordId);
    const course = known ?? { patientId: undefined, pathway: undefined, lines: [] };
    if (known === undefined) courses.set(courseId, course);
    course.pathway ??= checked.pathway;
    course.patientId ??= checked.patientId;
    course.lines.push(checked);
    if (record.voids !== undefined || record.corrects !== undefined) referring.push(checked);
  };

  /** A line that names a bad line is bad itself, and so on until none is left. */
  const dropDangling = (): void => {
    const goodIds = new Map<string, ReadonlySet<string>>();
    const idsOf = (courseId: string): ReadonlySet<string> => {
      const ids =
        goodIds.get(courseId) ??
        new Set(courses.get(courseId)?.lines.map((line) => line.record.recordId));
      goodIds.set(courseId, ids);
      return ids;
    };
    let left = referring;
    for (let dropped = true; dropped; ) {
      const dangling = new Set(
        left.filter((line) => !idsOf(line.courseId).has(referenceOf(line.record)?.target ?? "")),
      );
      for (const { line, courseId, record } of dangling) {
        const reference = referenceOf(record);
        tell({
          line,
          column: reference?.column ?? "voids",
          expected: "the record_id of a good line of the same course",
          found: shown(reference?.target),
        });
        goodIds.delete(courseId);
      }
      for (const courseId of new Set([...dangling].map((line) => line.courseId))) {
        const course = courses.get(courseId);
        if (course) course.lines = course.lines.filter((line) => !dangling.has(line));
      }
      left = left.filter((line) => !dangling.has(line));
      dropped = dangling.size > 0;
    }
  };

  const finish = (): readonly CourseLog[] => {
    dropDangling();
    const ids = [...courses.keys()].sort();
    return ids.flatMap((courseId): readonly CourseLog[] => {
      const { patientId, pathway, lines } = courses.get(courseId) ?? { lines: [] };
      if (patientId === undefined || pathway === undefined || lines.length === 0) return [];
      return [{ courseId, patientId, pathway, records: lines.map((line) => line.record) }];
    });
  };
  return { add, finish };
}
