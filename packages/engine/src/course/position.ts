// Knows where a course is: phase, unit, next step and next date, derived from its records and verdicts.
import type { CalendarDate } from "../calendar/calendar-date.ts";
import type { Phase, RecordSelector } from "../edition/edition.ts";
import type { EventRecord } from "../log/record.ts";
import { type CourseAt, isRunning } from "../verdicts/course-at.ts";
import type { Verdict } from "../verdicts/verdict.ts";

/** What kind of date the next one is. A statutory deadline must never look like a recommendation. */
export type NextDateKind =
  | "legal-deadline"
  | "statutory"
  | "recommendation"
  | "target"
  | "planned"
  | "local";

export interface NextDate {
  readonly on: CalendarDate;
  readonly kind: NextDateKind;
  /** The verdict it comes from; absent for a date the plan itself set. */
  readonly verdict: Verdict | undefined;
}

export interface Position {
  readonly running: boolean;
  /** The phase entered last; undefined before any. */
  readonly phase: Phase | undefined;
  readonly unitId: string | undefined;
  /** Event id of what comes next; undefined if nothing is expected. */
  readonly nextStep: string | undefined;
  /** Earliest date known; undefined where no time is published ("no published time"). */
  readonly nextDate: NextDate | undefined;
  readonly lastRecord: EventRecord;
}

function enters(selector: RecordSelector, { event, outcome }: EventRecord): boolean {
  if (event !== selector.event) return false;
  if (selector.outcomes !== undefined && !selector.outcomes.includes(outcome ?? null)) return false;
  return outcome === undefined || !selector.exceptOutcomes?.includes(outcome);
}

function phaseOf(course: CourseAt): Phase | undefined {
  const { phases } = course.edition.edition;
  for (let at = course.counted.length - 1; at >= 0; at--) {
    const record = course.counted[at]?.record;
    const phase =
      record && phases.find(({ enteredBy }) => enteredBy.some((by) => enters(by, record)));
    if (phase !== undefined) return phase;
  }
  return undefined;
}

function kindOf({ rule, limit }: Verdict): NextDateKind {
  if (limit?.source.evidence === "local") return "local";
  return rule.kind === "individual-deadline" ? "legal-deadline" : rule.standing;
}

/** On the same date the stronger kind is shown. */
const STRENGTH: readonly NextDateKind[] = [
  "legal-deadline",
  "statutory",
  "recommendation",
  "target",
  "planned",
  "local",
];

function earliest(dates: readonly NextDate[]): NextDate | undefined {
  let found: NextDate | undefined;
  for (const date of dates) {
    const sooner = found === undefined || date.on < found.on;
    const stronger =
      found !== undefined &&
      date.on === found.on &&
      STRENGTH.indexOf(date.kind) < STRENGTH.indexOf(found.kind);
    if (sooner || stronger) found = date;
  }
  return found;
}

function datesOf(verdicts: readonly Verdict[]): readonly NextDate[] {
  return verdicts.flatMap((verdict) =>
    verdict.open && verdict.dueOn !== undefined
      ? [{ on: verdict.dueOn, kind: kindOf(verdict), verdict }]
      : [],
  );
}

function firstNotRegistered(phase: Phase | undefined, course: CourseAt): string | undefined {
  return phase?.expects.find((event) => !course.counted.some((at) => at.record.event === event));
}

/**
 * Where a course is at the date it was judged for.
 * `planned` is the date that the patient's own plan sets for the next evaluation, if any.
 */
export function positionOf(
  course: CourseAt,
  verdicts: readonly Verdict[],
  planned?: CalendarDate,
): Position {
  const running = isRunning(course);
  const phase = phaseOf(course);
  const dated = running ? datesOf(verdicts) : [];
  const next = earliest(dated);
  const plan: readonly NextDate[] =
    running && planned !== undefined ? [{ on: planned, kind: "planned", verdict: undefined }] : [];
  const last = course.counted.at(-1);
  if (last === undefined) throw new Error("bug: a course without counting records has no position");
  return {
    running,
    phase,
    unitId: last.unitId,
    nextStep: running ? (next?.verdict?.rule.to ?? firstNotRegistered(phase, course)) : undefined,
    nextDate: earliest([...dated, ...plan]),
    lastRecord: last.record,
  };
}
