// Knows the table of verdicts: what an interval with known dates comes to at `asOf`.
import { type DayNumber, toCalendarDate } from "../calendar/calendar-date.ts";
import type { DayCount } from "../calendar/day-count.ts";
import type { LimitCase, Rule } from "../edition/edition.ts";
import type { CountedRecord } from "../log/counting.ts";
import type { CourseAt } from "./course-at.ts";
import type { Verdict, VerdictReason, VerdictWord } from "./verdict.ts";

/** One interval of a rule in a course: the records it spans and the case of the limit that was chosen. */
export interface Interval {
  readonly rule: Rule;
  readonly from: CountedRecord;
  readonly to: CountedRecord | undefined;
  /** First end of the course on or after `from`; undefined where there is a `to`. */
  readonly end: CountedRecord | undefined;
  readonly limit: LimitCase | undefined;
  readonly count: DayCount;
}

/** Dates that an interval is held against. */
export interface Bounds {
  readonly limitDays: number | undefined;
  readonly earliest: DayNumber | undefined;
  readonly due: DayNumber;
}

/** What a row of the table says, besides what the interval and its bounds say. */
interface Row {
  readonly verdict: VerdictWord;
  readonly reason: VerdictReason | undefined;
  readonly open: boolean;
  /** Day up to which the interval is counted; undefined where nothing is counted. */
  readonly countedTo: DayNumber | undefined;
  readonly over: boolean;
}

/** Whether the patient postponed something between `from` and what closed the interval, or `asOf`. */
function postponedWithin({ from, to, end }: Interval, course: CourseAt): boolean {
  if (course.postponements.length === 0) return false;
  const last = (to ?? end)?.day ?? course.asOfDay;
  return course.postponements.some((day) => day >= from.day && day <= last);
}

/** The row filled in with the interval's figures and trace. */
function verdictOf(
  interval: Interval,
  bounds: Bounds | undefined,
  course: CourseAt,
  row: Row,
): Verdict {
  const { rule, from, to, end, limit, count } = interval;
  const { countedTo } = row;
  return {
    rule,
    edition: course.edition.appliesFrom,
    asOf: course.asOf,
    verdict: row.verdict,
    reason: row.reason,
    open: row.open,
    from: from.record,
    to: to?.record,
    end: end?.record,
    limit,
    limitDays: bounds?.limitDays,
    dueOn: bounds && toCalendarDate(bounds.due),
    days: countedTo === undefined ? undefined : count.between(from.day, countedTo),
    overBy:
      bounds !== undefined && countedTo !== undefined && row.over
        ? count.over(bounds.due, countedTo)
        : undefined,
    careLevel: from.careLevel,
    unitId: from.unitId,
    postponed: postponedWithin(interval, course),
  };
}

export function notApplicable(
  interval: Interval,
  course: CourseAt,
  reason: VerdictReason,
): Verdict {
  const row: Row = {
    verdict: "not-applicable",
    reason,
    open: false,
    countedTo: undefined,
    over: false,
  };
  return verdictOf(interval, undefined, course, row);
}

export function undetermined(interval: Interval, course: CourseAt, reason: VerdictReason): Verdict {
  const closing = interval.to ?? interval.end;
  const row: Row = {
    verdict: "undetermined",
    reason,
    open: closing === undefined,
    countedTo: closing?.day ?? course.asOfDay,
    over: false,
  };
  return verdictOf(interval, undefined, course, row);
}

function closedRow(to: DayNumber, { earliest, due }: Bounds): Row {
  if (earliest !== undefined && to < earliest) {
    return { verdict: "not-met", reason: "too-early", open: false, countedTo: to, over: false };
  }
  const over = to > due;
  const verdict = over ? "not-met" : "met";
  return { verdict, reason: undefined, open: false, countedTo: to, over };
}

function openRow(asOf: DayNumber, { due }: Bounds): Row {
  const over = asOf > due;
  const verdict = over ? "not-met" : "pending";
  return { verdict, reason: undefined, open: true, countedTo: asOf, over };
}

/** The verdict on an interval whose limit is known: the rows of the table, in its order. */
export function conclude(interval: Interval, bounds: Bounds, course: CourseAt): Verdict {
  const { to, end } = interval;
  if (to !== undefined) return verdictOf(interval, bounds, course, closedRow(to.day, bounds));
  if (end === undefined) {
    return verdictOf(interval, bounds, course, openRow(course.asOfDay, bounds));
  }
  if (end.day <= bounds.due) return notApplicable(interval, course, "ended");
  const row: Row = {
    verdict: "not-met",
    reason: "ended",
    open: false,
    countedTo: end.day,
    over: true,
  };
  return verdictOf(interval, bounds, course, row);
}
