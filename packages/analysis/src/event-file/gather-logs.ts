// Knows how good lines become logs: what the lines of a course must agree on, and what may refer to what.
import type { CourseLog, LogRecord } from "@rettvei/engine";
import type { CheckedLine } from "./check-line.ts";
import { danglingLines, type ReferringLine, referringLine } from "./dangling-lines.ts";
import { type LineProblem, shown } from "./line-problem.ts";

interface Course {
  patientId: string | undefined;
  pathway: string | undefined;
  records: LogRecord[];
}

/** Takes checked lines in any order and gives the logs when the file has been read. */
export interface LogGatherer {
  add(line: CheckedLine): void;
  /** Courses by id in text order; also tells of references that name no good line. */
  finish(): readonly CourseLog[];
}

export function gatherLogs(tell: (problem: LineProblem) => void): LogGatherer {
  const courses = new Map<string, Course>();
  /** Course of each good record. */
  const courseOf = new Map<string, string>();
  const referring: ReferringLine[] = [];

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
    if (
      course.patientId !== undefined &&
      patientId !== undefined &&
      patientId !== course.patientId
    ) {
      good = bad(line, "patient_id", "the patient of the course's other lines", patientId);
    }
    return good;
  };

  const isNew = ({ line, record }: CheckedLine): boolean =>
    !courseOf.has(record.recordId) ||
    bad(line, "record_id", "an id used once in the file", record.recordId);

  const add = (checked: CheckedLine): void => {
    const { courseId, record } = checked;
    const known = courses.get(courseId);
    const fits = known === undefined || agrees(checked, known);
    if (!isNew(checked) || !fits) return;
    courseOf.set(record.recordId, courseId);
    const course = known ?? { patientId: undefined, pathway: undefined, records: [] };
    if (known === undefined) courses.set(courseId, course);
    course.pathway ??= checked.pathway;
    course.patientId ??= checked.patientId;
    course.records.push(record);
    const reference = referringLine(checked);
    if (reference !== undefined) referring.push(reference);
  };

  const dropDangling = (): void => {
    const dangling = danglingLines(referring, courseOf);
    for (const { checked, column, target } of dangling.values()) {
      bad(checked.line, column, "the record_id of a good line of the same course", target);
    }
    const lost = new Set([...dangling.keys()].map(({ record }) => record));
    for (const courseId of new Set([...dangling.keys()].map((line) => line.courseId))) {
      const course = courses.get(courseId);
      if (course) course.records = course.records.filter((record) => !lost.has(record));
    }
  };

  const finish = (): readonly CourseLog[] => {
    dropDangling();
    return [...courses.keys()].sort().flatMap((courseId): readonly CourseLog[] => {
      const { patientId, pathway, records } = courses.get(courseId) ?? { records: [] };
      // Of voids alone there may be neither, and nothing that could be judged.
      if (patientId === undefined || pathway === undefined || records.length === 0) return [];
      return [{ courseId, patientId, pathway, records }];
    });
  };
  return { add, finish };
}
