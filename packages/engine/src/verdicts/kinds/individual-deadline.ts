// Knows how a rule of kind `individual-deadline` is judged: the patient's own legal date.
import { toDayNumber } from "../../calendar/calendar-date.ts";
import { CALENDAR_DAYS } from "../../calendar/day-count.ts";
import type { CompiledIndividualDeadline } from "../../edition/compiled-edition.ts";
import { conclude, type Interval } from "../conclude.ts";
import { type CourseAt, endFrom } from "../course-at.ts";
import type { Verdict } from "../verdict.ts";

/** Adds the verdict on the individual legal deadline; none if no record tells one. `to` may be of any date. */
export function judgeIndividualDeadline(
  { rule, to: wanted }: CompiledIndividualDeadline,
  course: CourseAt,
  verdicts: Verdict[],
): void {
  const from = course.facts.legalDeadlineFrom;
  if (from?.record.legalDeadline === undefined) return;
  const to = course.counted.find((at) => at.event === wanted);
  const end = to === undefined ? endFrom(course, from.day) : undefined;
  const interval: Interval = { rule, from, to, end, limit: undefined, count: CALENDAR_DAYS };
  const due = toDayNumber(from.record.legalDeadline);
  verdicts.push(conclude(interval, { limitDays: undefined, earliest: undefined, due }, course));
}
