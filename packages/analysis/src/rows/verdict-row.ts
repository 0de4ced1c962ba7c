// Knows a verdict as a row: the columns of the format, in order, with values or null.
import { type JudgedCourse, type Verdict, verdictsOf } from "@rettvei/engine";

export type Cell = string | number | boolean | null;

export const VERDICT_COLUMNS = [
  "course_id",
  "pathway",
  "edition",
  "rule",
  "standing",
  "from_event",
  "from_on",
  "to_event",
  "to_on",
  "limit_days",
  "due_on",
  "days",
  "over_by",
  "verdict",
  "open",
  "reason",
  "care_level",
  "unit_id",
  "postponed",
] as const;

/** By rule, then from, then to, in text order; no `to` comes first. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return (
    compareText(a.rule.id, b.rule.id) ||
    compareText(a.from.occurredOn, b.from.occurredOn) ||
    compareText(a.to?.occurredOn ?? "", b.to?.occurredOn ?? "")
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function verdictRow({ log }: JudgedCourse, verdict: Verdict): readonly Cell[] {
  return [
    log.courseId,
    log.pathway,
    verdict.edition,
    verdict.rule.id,
    verdict.rule.standing,
    verdict.from.event,
    verdict.from.occurredOn,
    verdict.to?.event ?? null,
    verdict.to?.occurredOn ?? null,
    verdict.limitDays ?? null,
    verdict.dueOn ?? null,
    verdict.days ?? null,
    verdict.overBy ?? null,
    verdict.verdict,
    verdict.open,
    verdict.reason ?? null,
    verdict.careLevel ?? null,
    verdict.unitId ?? null,
    verdict.postponed,
  ];
}

/** All verdict rows of a course, in the format's order. */
export function verdictRows(judged: JudgedCourse): readonly (readonly Cell[])[] {
  return [...verdictsOf(judged)]
    .sort(compareVerdicts)
    .map((verdict) => verdictRow(judged, verdict));
}
