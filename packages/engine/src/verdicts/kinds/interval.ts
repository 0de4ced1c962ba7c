// Knows how a rule of kind `interval` is judged: which records it spans, and which case of the limit holds.
import type { CompiledInterval } from "../../edition/compiled-edition.ts";
import { picks } from "../../edition/compiled-edition.ts";
import type { LimitCase } from "../../edition/edition.ts";
import type { CountedRecord } from "../../log/counting.ts";
import {
  type Bounds,
  CALENDAR_DAYS,
  conclude,
  type DayCount,
  type Interval,
  notApplicable,
  undetermined,
  verdictOf,
} from "../conclude.ts";
import { type CourseAt, endFrom } from "../course-at.ts";
import type { Verdict, VerdictFigures, VerdictReason } from "../verdict.ts";

function workingDays(course: CourseAt): DayCount {
  const { calendar } = course.edition;
  return {
    between: calendar.workingDaysBetween,
    over: (due, day) => Math.max(1, calendar.workingDaysBetween(due, day)),
  };
}

/** First record of the wanted kind on or after the day of `from`; later in order if both are of one kind. */
function closingRecord(
  compiled: CompiledInterval,
  counted: readonly CountedRecord[],
  fromAt: number,
): CountedRecord | undefined {
  const from = counted[fromAt];
  if (from === undefined) return undefined;
  let at = fromAt + 1;
  if (from.event !== compiled.to) {
    at = fromAt;
    while (counted[at - 1]?.day === from.day) at--;
  }
  for (; at < counted.length; at++) {
    const candidate = counted[at];
    if (candidate !== undefined && candidate.event === compiled.to) return candidate;
  }
  return undefined;
}

type ChosenLimit =
  | { readonly unknown: VerdictReason; readonly limit: LimitCase | undefined }
  | { readonly unknown: undefined; readonly limit: LimitCase; readonly atMost: number };

function chooseLimit(
  compiled: CompiledInterval,
  from: CountedRecord,
  course: CourseAt,
): ChosenLimit {
  const { dependsOn } = compiled.rule;
  let key = "";
  if (dependsOn === "care-level") {
    if (from.careLevel === undefined) return { unknown: "care-level-unknown", limit: undefined };
    key = from.careLevel;
  } else if (dependsOn === "severity") {
    if (course.facts.severity === undefined)
      return { unknown: "severity-unknown", limit: undefined };
    key = course.facts.severity;
  }
  const limit = compiled.limitByCase.get(key);
  if (limit?.atMost === undefined) return { unknown: "limit-unknown", limit };
  return { unknown: undefined, limit, atMost: limit.atMost };
}

function boundsOf(
  compiled: CompiledInterval,
  from: CountedRecord,
  chosen: { limit: LimitCase; atMost: number },
  course: CourseAt,
): Bounds {
  const plus = (days: number): number =>
    compiled.rule.count === "working-days"
      ? course.edition.calendar.addWorkingDays(from.day, days)
      : from.day + days;
  const { atLeast } = chosen.limit;
  return {
    limitDays: chosen.atMost,
    earliest: atLeast === undefined ? undefined : plus(atLeast),
    due: plus(chosen.atMost),
  };
}

function judgeFrom(
  compiled: CompiledInterval,
  course: CourseAt,
  fromAt: number,
): Verdict | undefined {
  const { rule } = compiled;
  const from = course.counted[fromAt];
  if (from === undefined) return undefined;
  const to = closingRecord(compiled, course.counted, fromAt);
  const interval: Interval = {
    from,
    to,
    end: to === undefined ? endFrom(course, from.day) : undefined,
  };
  const conclusion = (limit: LimitCase | undefined, shown: VerdictFigures): Verdict =>
    verdictOf(rule, limit, interval, course, shown);

  if (rule.notWhenGrantedFor !== undefined && rule.notWhenGrantedFor === course.facts.grantedFor) {
    return conclusion(undefined, notApplicable("granted-for-treatment"));
  }
  const count = rule.count === "working-days" ? workingDays(course) : CALENDAR_DAYS;
  const chosen = chooseLimit(compiled, from, course);
  if (chosen.unknown !== undefined) {
    return conclusion(chosen.limit, undetermined(chosen.unknown, interval, course, count));
  }
  return conclusion(
    chosen.limit,
    conclude(interval, boundsOf(compiled, from, chosen, course), course, count),
  );
}

/** Whether a `from` lies within the time the rule is meant for. */
function isWithin(compiled: CompiledInterval, course: CourseAt, from: CountedRecord): boolean {
  const { within } = compiled;
  if (within === undefined) return true;
  const anchor = course.counted.find((at) => picks(within.after, at));
  return anchor === undefined || from.day - anchor.day <= within.days;
}

/** Adds the verdicts of one interval rule; none if the rule has not begun. */
export function judgeInterval(
  compiled: CompiledInterval,
  course: CourseAt,
  verdicts: Verdict[],
): void {
  const { counted } = course;
  for (let at = 0; at < counted.length; at++) {
    const from = counted[at];
    if (from === undefined || !picks(compiled.from, from)) continue;
    const begun = compiled.beginsWith?.has(from.record.outcome ?? null) ?? true;
    if (begun && isWithin(compiled, course, from)) {
      const verdict = judgeFrom(compiled, course, at);
      if (verdict !== undefined) verdicts.push(verdict);
    }
    if (compiled.rule.take === "first") return;
  }
}
