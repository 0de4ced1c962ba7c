// Knows how all courses of one patient are judged together, and until when the answer holds by itself.
import {
  addDays,
  type CalendarDate,
  type CourseLog,
  type Finding,
  findingsAcross,
  findingsOf,
  type JudgedCourse,
  type Position,
  pinnedCourse,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import { coursePosition } from "./course-position.ts";
import type { Judging } from "./judging.ts";
import { nextChange } from "./next-change.ts";
import { plannedDate } from "./planned-date.ts";
import type { StoredCourse } from "./stored-course.ts";

/** What judging says of a course of which at least one record counts. */
export interface Judged {
  readonly at: JudgedCourse;
  readonly verdicts: readonly Verdict[];
  /** Own findings first, then those that need the patient's other courses. */
  readonly findings: readonly Finding[];
  readonly position: Position;
}

export interface PatientCourse<Log extends CourseLog = CourseLog> {
  readonly log: Log;
  /** Undefined while no record counts. */
  readonly judged: Judged | undefined;
}

export interface JudgedPatient<Log extends CourseLog = CourseLog> {
  readonly asOf: CalendarDate;
  readonly courses: readonly PatientCourse<Log>[];
  /** Last date on which nothing but counts of days differs from `asOf`; undefined: until a record is added. */
  readonly validUntil: CalendarDate | undefined;
}

interface Laid<Log extends CourseLog> {
  readonly log: Log;
  readonly at: JudgedCourse | undefined;
}

/** A log with what facts say of its course. */
type ToldCourse = CourseLog & Pick<StoredCourse, "told">;

/** Judges all courses of one patient as of a date. */
export function judgePatient<Log extends ToldCourse>(
  logs: readonly Log[],
  { library, evaluatedBy }: Pick<Judging, "library" | "evaluatedBy">,
  asOf: CalendarDate,
): JudgedPatient<Log> {
  const laid: readonly Laid<Log>[] = logs.map((log) => ({
    log,
    at: pinnedCourse(log, library, asOf),
  }));
  const present = laid.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const across = findingsAcross(present);
  const change = nextChange(logs, present, asOf);
  return {
    asOf,
    courses: laid.map(({ log, at }) => {
      if (at === undefined) return { log, judged: undefined };
      const verdicts = verdictsOf(at);
      const own = across.filter(({ courseId }) => courseId === log.courseId);
      const planned = plannedDate(log.told.planned, at.course, evaluatedBy);
      const findings: readonly Finding[] = [...findingsOf(at), ...own];
      return {
        log,
        judged: { at, verdicts, findings, position: coursePosition(at.course, verdicts, planned) },
      };
    }),
    validUntil: change === undefined ? undefined : addDays(change, -1),
  };
}
