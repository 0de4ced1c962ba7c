// Knows how a rule of kind `individual-deadline` is judged: the patient's own legal date.
import { toDayNumber } from "../../calendar/calendar-date.ts";
import type { CompiledIndividualDeadline } from "../../edition/compiled-edition.ts";
import { CALENDAR_DAYS, conclude, type Interval, verdictOf } from "../conclude.ts";
import { type CourseAt, endFrom } from "../course-at.ts";
import type { Verdict } from "../verdict.ts";

/** Adds the verdict on the individual legal deadline; none if no record tells one. `to` may be of any date. */
export function judgeIndividualDeadline(
  compiled: CompiledIndividualDeadline,
  course: CourseAt,
  verdicts: Verdict[],
): void {
  const from = course.facts.legalDeadlineFrom;
  if (from?.record.legalDeadline === undefined) return;
  const to = course.counted.find((at) => at.event === compiled.to);
  const interval: Interval = {
    from,
    to,
    end: to === undefined ? endFrom(course, from.day) : undefined,
  };
  const due = toDayNumber(from.record.legalDeadline);
  const bounds = { limitDays: undefined, earliest: undefined, due };
  verdicts.push(
    verdictOf(
      compiled.rule,
      undefined,
      interval,
      course,
      conclude(interval, bounds, course, CALENDAR_DAYS),
    ),
  );
}
