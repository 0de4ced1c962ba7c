// Knows the stretch of time one rule asks about: from which record, to which, and where the course ended.
import type { IndividualDeadlineRule, IntervalRule, Rule } from "@rettvei/engine";
import { calendarDays } from "./day-list.ts";
import { ofEvent, picked } from "./picked.ts";
import type { ToldCourse, ToldRecord } from "./told-course.ts";

export interface Span {
  readonly from: ToldRecord;
  readonly to: ToldRecord | undefined;
  /** Date of the first end of the course on or after `from`. */
  readonly endedOn: string | undefined;
}

/** Every stretch of a rule that has begun: none, one, or one for each record it begins with. */
export function spansOf(course: ToldCourse, rule: Rule): readonly Span[] {
  return rule.kind === "interval" ? intervals(course, rule) : individual(course, rule);
}

function intervals(course: ToldCourse, rule: IntervalRule): readonly Span[] {
  const all = picked(course.told, rule.from);
  const chosen = rule.take === "each" ? all : all.slice(0, 1);
  return chosen
    .filter((from) => hasBegun(from, rule) && isWithin(course, from, rule))
    .map((from) => ({ from, to: toOf(course, from, rule.to), endedOn: endOf(course, from) }));
}

function hasBegun(from: ToldRecord, rule: IntervalRule): boolean {
  return rule.beginsWith === undefined || rule.beginsWith.includes(from.record.outcome ?? null);
}

function isWithin(course: ToldCourse, from: ToldRecord, { within }: IntervalRule): boolean {
  if (within === undefined) return true;
  const [since] = picked(course.told, within.after);
  if (since === undefined) return true;
  return calendarDays(since.record.occurredOn, from.record.occurredOn) <= within.days;
}

function toOf(course: ToldCourse, from: ToldRecord, event: string): ToldRecord | undefined {
  const candidates = ofEvent(course.told, event).filter((one) => one !== from);
  const place = course.told.indexOf(from);
  const sameKind = from.record.event === event;
  return candidates.find(
    (one) =>
      one.record.occurredOn >= from.record.occurredOn &&
      (!sameKind || course.told.indexOf(one) > place),
  );
}

function individual(course: ToldCourse, rule: IndividualDeadlineRule): readonly Span[] {
  const from = course.told.find((one) => one.record.legalDeadline !== undefined);
  if (from === undefined) return [];
  // Any date: also before `from`; and an attendance that itself tells the deadline is an attendance.
  const [to] = ofEvent(course.told, rule.to);
  return [{ from, to, endedOn: endOf(course, from) }];
}

function endOf(course: ToldCourse, from: ToldRecord): string | undefined {
  return course.told.find(
    (one) =>
      course.edition.endEvents.includes(one.record.event) &&
      one.record.occurredOn >= from.record.occurredOn,
  )?.record.occurredOn;
}
