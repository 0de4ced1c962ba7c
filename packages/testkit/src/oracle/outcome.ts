// Knows the table of verdicts, row by row in the order in which it is written.
import type { Rule } from "@rettvei/engine";
import { type Bounds, boundsOf } from "./bounds.ts";
import { clockOf } from "./clock.ts";
import type { Span } from "./span.ts";
import type { ToldCourse } from "./told-course.ts";

export interface Outcome {
  readonly verdict: "met" | "not-met" | "pending" | "not-applicable" | "undetermined";
  readonly reason: string | undefined;
  readonly open: boolean;
  readonly limitDays: number | undefined;
  readonly dueOn: string | undefined;
  readonly days: number | undefined;
  readonly overBy: number | undefined;
}

const BLANK = {
  reason: undefined,
  open: false,
  limitDays: undefined,
  dueOn: undefined,
  days: undefined,
  overBy: undefined,
} as const;

export function outcomeOf(course: ToldCourse, rule: Rule, span: Span): Outcome {
  if (isNotAsked(course, rule)) {
    return { ...BLANK, verdict: "not-applicable", reason: "granted-for-treatment" };
  }
  const days = clockOf(rule).days(span.from.record.occurredOn, lastDate(course, span));
  const bounds = boundsOf(course, rule, span);
  if (typeof bounds === "string") {
    const open = span.to === undefined && span.endedOn === undefined;
    return { ...BLANK, verdict: "undetermined", reason: bounds, open, days };
  }
  const known = { ...BLANK, limitDays: bounds.limitDays, dueOn: bounds.dueOn, days };
  if (span.to !== undefined) return reached(known, span.to.record.occurredOn, rule, bounds);
  if (span.endedOn !== undefined) return ended(known, span.endedOn, rule, bounds);
  return running(known, course.asOf, rule, bounds);
}

function isNotAsked(course: ToldCourse, rule: Rule): boolean {
  if (rule.kind !== "interval" || rule.notWhenGrantedFor === undefined) return false;
  return course.grantedFor === rule.notWhenGrantedFor;
}

/** Up to where days are counted: `to`, else the end, else the date asked for. */
export function lastDate(course: ToldCourse, span: Span): string {
  return span.to?.record.occurredOn ?? span.endedOn ?? course.asOf;
}

type Known = Omit<Outcome, "verdict">;

function reached(known: Known, date: string, rule: Rule, bounds: Bounds): Outcome {
  if (bounds.notBefore !== undefined && date < bounds.notBefore) {
    return { ...known, verdict: "not-met", reason: "too-early" };
  }
  if (date <= bounds.dueOn) return { ...known, verdict: "met" };
  return { ...known, verdict: "not-met", overBy: clockOf(rule).over(bounds.dueOn, date) };
}

function ended(known: Known, date: string, rule: Rule, bounds: Bounds): Outcome {
  if (date <= bounds.dueOn) return { ...BLANK, verdict: "not-applicable", reason: "ended" };
  const overBy = clockOf(rule).over(bounds.dueOn, date);
  return { ...known, verdict: "not-met", reason: "ended", overBy };
}

function running(known: Known, asOf: string, rule: Rule, bounds: Bounds): Outcome {
  if (asOf <= bounds.dueOn) return { ...known, verdict: "pending", open: true };
  const overBy = clockOf(rule).over(bounds.dueOn, asOf);
  return { ...known, verdict: "not-met", open: true, overBy };
}
