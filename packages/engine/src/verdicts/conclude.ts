// Knows the table of verdicts: what an interval with known dates comes to at `asOf`.
import { type DayNumber, toCalendarDate } from "../calendar/calendar-date.ts";
import type { LimitCase, Rule } from "../edition/edition.ts";
import type { CountedRecord } from "../log/counting.ts";
import type { CourseAt } from "./course-at.ts";
import type { Verdict, VerdictFigures, VerdictReason } from "./verdict.ts";

/** How a rule counts: calendar days or working days. */
export interface DayCount {
  between(from: DayNumber, to: DayNumber): number;
  /** How far `day` is past `due`; at least 1. */
  over(due: DayNumber, day: DayNumber): number;
}

export const CALENDAR_DAYS: DayCount = {
  between: (from, to) => to - from,
  over: (due, day) => day - due,
};

/** The records of one interval. */
export interface Interval {
  readonly from: CountedRecord;
  readonly to: CountedRecord | undefined;
  /** First end of the course on or after `from`; looked at only where there is no `to`. */
  readonly end: CountedRecord | undefined;
}

/** Dates that an interval is held against. */
export interface Bounds {
  readonly limitDays: number | undefined;
  readonly earliest: DayNumber | undefined;
  readonly due: DayNumber;
}

function figures(
  verdict: VerdictFigures["verdict"],
  bounds: Bounds,
  days: number,
  extra: { reason?: VerdictReason; open?: boolean; overBy?: number },
): VerdictFigures {
  return {
    verdict,
    reason: extra.reason,
    open: extra.open ?? false,
    limitDays: bounds.limitDays,
    dueOn: toCalendarDate(bounds.due),
    days,
    overBy: extra.overBy,
  };
}

export function notApplicable(reason: VerdictReason): VerdictFigures {
  return {
    verdict: "not-applicable",
    reason,
    open: false,
    limitDays: undefined,
    dueOn: undefined,
    days: undefined,
    overBy: undefined,
  };
}

export function undetermined(
  reason: VerdictReason,
  interval: Interval,
  course: CourseAt,
  count: DayCount,
): VerdictFigures {
  const closing = interval.to ?? interval.end;
  return {
    verdict: "undetermined",
    reason,
    open: closing === undefined,
    limitDays: undefined,
    dueOn: undefined,
    days: count.between(interval.from.day, closing?.day ?? course.asOfDay),
    overBy: undefined,
  };
}

/** Rows of the table, in its order, for an interval whose limit is known. */
export function conclude(
  interval: Interval,
  bounds: Bounds,
  course: CourseAt,
  count: DayCount,
): VerdictFigures {
  const { from, to, end } = interval;
  const { due, earliest } = bounds;
  if (to !== undefined) {
    const days = count.between(from.day, to.day);
    if (earliest !== undefined && to.day < earliest) {
      return figures("not-met", bounds, days, { reason: "too-early" });
    }
    if (to.day <= due) return figures("met", bounds, days, {});
    return figures("not-met", bounds, days, { overBy: count.over(due, to.day) });
  }
  if (end !== undefined) {
    if (end.day <= due) return notApplicable("ended");
    const days = count.between(from.day, end.day);
    return figures("not-met", bounds, days, { reason: "ended", overBy: count.over(due, end.day) });
  }
  const days = count.between(from.day, course.asOfDay);
  if (course.asOfDay <= due) return figures("pending", bounds, days, { open: true });
  return figures("not-met", bounds, days, { open: true, overBy: count.over(due, course.asOfDay) });
}

/** Whether the patient postponed something between `from` and what closed the interval, or `asOf`. */
function postponedWithin(interval: Interval, course: CourseAt): boolean {
  if (course.postponements.length === 0) return false;
  const last = (interval.to ?? interval.end)?.day ?? course.asOfDay;
  return course.postponements.some((day) => day >= interval.from.day && day <= last);
}

/** Puts a verdict together with its trace. */
export function verdictOf(
  rule: Rule,
  limit: LimitCase | undefined,
  interval: Interval,
  course: CourseAt,
  shown: VerdictFigures,
): Verdict {
  const { from, to, end } = interval;
  return {
    rule,
    edition: course.edition.edition.edition,
    asOf: course.asOf,
    from: from.record,
    to: to?.record,
    end: to === undefined ? end?.record : undefined,
    limit,
    careLevel: from.careLevel,
    unitId: from.unitId,
    postponed: postponedWithin(interval, course),
    verdict: shown.verdict,
    reason: shown.reason,
    open: shown.open,
    limitDays: shown.limitDays,
    dueOn: shown.dueOn,
    days: shown.days,
    overBy: shown.overBy,
  };
}
