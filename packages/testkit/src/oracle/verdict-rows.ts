// Knows the verdict rows of one course: every rule that holds for it, every stretch of that rule.
import type { Rule } from "@rettvei/engine";
import type { VerdictRow } from "../rows/rows.ts";
import { lastDate, outcomeOf } from "./outcome.ts";
import { ofEvent } from "./picked.ts";
import { type Span, spansOf } from "./span.ts";
import type { ToldCourse } from "./told-course.ts";

export function verdictRowsOf(course: ToldCourse): readonly VerdictRow[] {
  return rulesOf(course).flatMap((rule) =>
    spansOf(course, rule).map((span) => rowOf(course, rule, span)),
  );
}

/** The edition's rules, with those of the course's condition in place of the ones of the same name. */
function rulesOf({ edition, condition }: ToldCourse): readonly Rule[] {
  const kept = edition.conditions.find((content) => content.condition === condition);
  if (kept === undefined) return edition.rules;
  const names = kept.rules.map((rule) => nameOf(rule));
  return [...edition.rules.filter((rule) => !names.includes(nameOf(rule))), ...kept.rules];
}

function nameOf(rule: Rule): string {
  return rule.id.slice(rule.id.indexOf(".") + 1);
}

function rowOf(course: ToldCourse, rule: Rule, span: Span): VerdictRow {
  const outcome = outcomeOf(course, rule, span);
  return {
    course_id: course.log.courseId,
    pathway: course.log.pathway,
    edition: course.edition.edition,
    rule: rule.id,
    standing: rule.standing,
    from_event: span.from.record.event,
    from_on: span.from.record.occurredOn,
    to_event: text(span.to?.record.event),
    to_on: text(span.to?.record.occurredOn),
    limit_days: text(outcome.limitDays),
    due_on: text(outcome.dueOn),
    days: text(outcome.days),
    over_by: text(outcome.overBy),
    verdict: outcome.verdict,
    open: String(outcome.open),
    reason: text(outcome.reason),
    care_level: text(span.from.careLevel),
    unit_id: text(span.from.unitId),
    postponed: String(isPostponed(course, span)),
  };
}

function isPostponed(course: ToldCourse, span: Span): boolean {
  return ofEvent(course.told, course.edition.postponedEvent).some(
    ({ record }) =>
      span.from.record.occurredOn <= record.occurredOn &&
      record.occurredOn <= lastDate(course, span),
  );
}

function text(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}
