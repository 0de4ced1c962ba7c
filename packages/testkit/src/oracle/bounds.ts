// Knows which limit holds for a stretch, or why none can be told.
import type { LimitCase, Rule } from "@rettvei/engine";
import { clockOf } from "./clock.ts";
import type { Span } from "./span.ts";
import type { ToldCourse } from "./told-course.ts";

export interface Bounds {
  readonly limitDays: number | undefined;
  readonly dueOn: string;
  /** First date that is not too early, where there is a lower limit. */
  readonly notBefore: string | undefined;
}

export type NoBounds = "care-level-unknown" | "severity-unknown" | "limit-unknown";

export function boundsOf(course: ToldCourse, rule: Rule, span: Span): Bounds | NoBounds {
  const started = span.from.record.occurredOn;
  if (rule.kind === "individual-deadline") {
    const dueOn = span.from.record.legalDeadline;
    if (dueOn === undefined) throw new Error("oracle: a legal deadline without a date");
    return { limitDays: undefined, dueOn, notBefore: undefined };
  }
  const level = span.from.careLevel;
  if (rule.dependsOn === "care-level" && level === undefined) return "care-level-unknown";
  if (rule.dependsOn === "severity" && course.severity === undefined) return "severity-unknown";
  const chosen = rule.limits.find((limit) => fits(limit, rule.dependsOn, level, course.severity));
  if (chosen?.atMost === undefined) return "limit-unknown";
  const clock = clockOf(rule);
  return {
    limitDays: chosen.atMost,
    dueOn: clock.after(chosen.atMost, started),
    notBefore: chosen.atLeast === undefined ? undefined : clock.after(chosen.atLeast, started),
  };
}

function fits(
  limit: LimitCase,
  dependsOn: "nothing" | "care-level" | "severity",
  level: string | undefined,
  severity: string | undefined,
): boolean {
  if (dependsOn === "care-level") return limit.careLevel === level;
  if (dependsOn === "severity") return limit.severity === severity;
  return true;
}
