// Knows how a rule of kind `interval` is judged: which records it spans, and which case of the limit holds.
import {
  type CompiledInterval,
  type CompiledLimit,
  picks,
} from "../../edition/compiled-edition.ts";
import type { CountedRecord } from "../../log/counting.ts";
import { type Bounds, conclude, type Interval, notApplicable, undetermined } from "../conclude.ts";
import { type CourseAt, endFrom } from "../course-at.ts";
import type { Verdict, VerdictReason } from "../verdict.ts";

/** First record of the wanted kind on or after the day of `from`; later in order if both are of one kind. */
function closingRecord(
  compiled: CompiledInterval,
  counted: readonly CountedRecord[],
  fromAt: number,
  from: CountedRecord,
): CountedRecord | undefined {
  let at = fromAt;
  if (from.event === compiled.to) at++;
  else while (at > 0 && counted[at - 1]?.day === from.day) at--;
  for (; at < counted.length; at++) {
    const candidate = counted[at];
    if (candidate !== undefined && candidate.event === compiled.to) return candidate;
  }
  return undefined;
}

/** Key of the case that holds for this `from`; undefined if what the limit depends on is not known. */
function limitCaseKey(
  compiled: CompiledInterval,
  from: CountedRecord,
  course: CourseAt,
): string | undefined {
  switch (compiled.dependsOn) {
    case "nothing":
      return "";
    case "care-level":
      return from.careLevel;
    case "severity":
      return course.facts.severity;
  }
}

function whyNoCase(compiled: CompiledInterval): VerdictReason {
  return compiled.dependsOn === "severity" ? "severity-unknown" : "care-level-unknown";
}

function boundsOf({ from, count }: Interval, { atLeast }: CompiledLimit, atMost: number): Bounds {
  return {
    limitDays: atMost,
    earliest: atLeast === undefined ? undefined : count.add(from.day, atLeast),
    due: count.add(from.day, atMost),
  };
}

function judgeFrom(
  compiled: CompiledInterval,
  course: CourseAt,
  fromAt: number,
  from: CountedRecord,
): Verdict {
  const to = closingRecord(compiled, course.counted, fromAt, from);
  const end = to === undefined ? endFrom(course, from.day) : undefined;
  const { count, notWhenGrantedFor } = compiled;
  const key = limitCaseKey(compiled, from, course);
  const chosen = key === undefined ? undefined : compiled.limitByCase.get(key);
  const interval: Interval = { rule: compiled.rule, from, to, end, limit: chosen?.limit, count };

  if (notWhenGrantedFor !== undefined && notWhenGrantedFor === course.facts.grantedFor) {
    return notApplicable(interval, course, "granted-for-treatment");
  }
  if (key === undefined) return undetermined(interval, course, whyNoCase(compiled));
  if (chosen?.atMost === undefined) return undetermined(interval, course, "limit-unknown");
  return conclude(interval, boundsOf(interval, chosen, chosen.atMost), course);
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
      verdicts.push(judgeFrom(compiled, course, at, from));
    }
    if (compiled.onlyFirst) return;
  }
}
