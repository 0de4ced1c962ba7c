// Knows when a judged course changes by the passing of days alone, beyond its counts of days.
import {
  type CalendarDate,
  type CourseLog,
  type DayNumber,
  type FindingRule,
  isRunning,
  isVoid,
  type JudgedCourse,
  toCalendarDate,
  toDayNumber,
} from "@rettvei/engine";

function assertNever(kind: never): never {
  throw new Error(`bug: unknown kind of finding ${JSON.stringify(kind)}`);
}

/** First days on which a finding of this rule may begin if no record is added. */
function beginningsOf(rule: FindingRule, { course }: JudgedCourse): readonly DayNumber[] {
  switch (rule.kind) {
    case "inactive": {
      const last = course.counted.at(-1);
      return last !== undefined && isRunning(course) ? [last.day + rule.days + 1] : [];
    }
    case "transfer-without-start": {
      const transfer = course.edition.eventOrder.get(rule.event);
      return course.counted
        .filter((at) => at.event === transfer)
        .map((at) => at.day + rule.days + 1);
    }
    case "missing":
    case "repeated":
    case "dated-before-first":
    case "dated-after-first":
    case "outcome-missing":
    case "outcome-unknown":
    case "care-level-missing":
    case "recorded-before-occurred":
    case "date-differs":
    case "not-in-edition":
    case "started-when-retired":
    case "legal-deadline-moved":
    case "parallel":
      return []; // these look at the records only
    default:
      return assertNever(rule);
  }
}

function* recordsToCome(logs: readonly CourseLog[]): Generator<DayNumber> {
  for (const { records } of logs) {
    for (const record of records) if (!isVoid(record)) yield toDayNumber(record.occurredOn);
  }
}

function* findingsToCome(present: readonly JudgedCourse[]): Generator<DayNumber> {
  for (const judged of present) {
    const { findings, crossFindings } = judged.course.edition.edition;
    for (const rule of findings) yield* beginningsOf(rule, judged);
    for (const rule of crossFindings) yield* beginningsOf(rule, judged);
  }
}

/**
 * First date after `asOf` on which a patient's courses may be judged otherwise though no record was added:
 * a record dated ahead begins to count, or a finding that waits for days begins. Verdicts themselves wait for
 * nothing else: an interval that runs past its due date stays open with the same due date.
 * May name a date on which nothing changes, never one too late. Undefined if there is none.
 */
export function nextChange(
  logs: readonly CourseLog[],
  present: readonly JudgedCourse[],
  asOf: CalendarDate,
): CalendarDate | undefined {
  const today = toDayNumber(asOf);
  let next: DayNumber | undefined;
  for (const days of [recordsToCome(logs), findingsToCome(present)]) {
    for (const day of days) if (day > today && (next === undefined || day < next)) next = day;
  }
  return next === undefined ? undefined : toCalendarDate(next);
}
