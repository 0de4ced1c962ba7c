// Knows the findings one log gives, each written as its row of design section 5 says it.
import type { LogFindingRule } from "@rettvei/engine";
import { calendarDays } from "./day-list.ts";
import { ofEvent, picked } from "./picked.ts";
import type { ToldCourse, ToldRecord } from "./told-course.ts";

/** One list of records for every row; an empty list is a row that names none. */
type Named = readonly (readonly ToldRecord[])[];

export function findingsNamed(course: ToldCourse, rule: LogFindingRule): Named {
  const { told } = course;
  switch (rule.kind) {
    case "missing":
      return ofEvent(told, rule.event).length === 0 ? [[]] : [];
    case "repeated":
      return eachOf(picked(told, rule.records).slice(rule.allowed));
    case "dated-before-first":
      return datedBefore(course, rule);
    case "dated-after-first":
      return datedAfter(course, rule);
    case "outcome-missing":
      return eachOf(
        told.filter(
          (one) => outcomesOf(course, one).length > 0 && one.record.outcome === undefined,
        ),
      );
    case "outcome-unknown":
      return eachOf(told.filter((one) => hasUnknownOutcome(course, one)));
    case "care-level-missing":
      return eachOf(
        told.filter((one) => rule.events.includes(one.record.event) && one.careLevel === undefined),
      );
    case "recorded-before-occurred":
      return eachOf(told.filter(({ record }) => record.recordedOn < record.occurredOn));
    case "date-differs":
      return dateDiffers(course, rule);
    case "not-in-edition":
      return eachOf(told.filter((one) => isAbsent(course, one)));
    case "started-when-retired":
      return startedWhenRetired(course, rule.event);
    case "legal-deadline-moved":
      return deadlineMoved(course);
    case "inactive":
      return isRunningAt(course) && daysSinceLast(course) > rule.days ? [[]] : [];
  }
}

function eachOf(records: readonly ToldRecord[]): Named {
  return records.map((record) => [record]);
}

function datedBefore(
  { told, grantedFor }: ToldCourse,
  rule: Extract<LogFindingRule, { kind: "dated-before-first" }>,
): Named {
  const [first] = ofEvent(told, rule.first);
  if (first === undefined) return [];
  if (rule.unlessGrantedFor !== undefined && grantedFor === rule.unlessGrantedFor) return [];
  return eachOf(
    told.filter(
      ({ record }) =>
        (rule.only === undefined || rule.only.includes(record.event)) &&
        (rule.except === undefined || !rule.except.includes(record.event)) &&
        record.occurredOn < first.record.occurredOn,
    ),
  );
}

function datedAfter(
  { told }: ToldCourse,
  rule: Extract<LogFindingRule, { kind: "dated-after-first" }>,
): Named {
  const [first] = ofEvent(told, rule.first);
  if (first === undefined) return [];
  return eachOf(
    told.filter(
      ({ record }) =>
        !rule.except.includes(record.event) && record.occurredOn > first.record.occurredOn,
    ),
  );
}

function outcomesOf({ edition }: ToldCourse, { record }: ToldRecord): readonly string[] {
  const event = edition.events.find((one) => one.id === record.event);
  return (event?.outcomes ?? []).map((outcome) => outcome.id);
}

function hasUnknownOutcome(course: ToldCourse, one: ToldRecord): boolean {
  const { outcome } = one.record;
  return outcome !== undefined && !outcomesOf(course, one).includes(outcome);
}

function dateDiffers(
  { told }: ToldCourse,
  rule: Extract<LogFindingRule, { kind: "date-differs" }>,
): Named {
  const [start] = ofEvent(told, rule.event);
  const decisive = rule.on.find((event) => ofEvent(told, event).length > 0);
  if (start === undefined || decisive === undefined) return [];
  const [other] = ofEvent(told, decisive);
  if (other === undefined || other.record.occurredOn === start.record.occurredOn) return [];
  return [[start, other]];
}

function isAbsent({ edition, condition }: ToldCourse, { record }: ToldRecord): boolean {
  const event = edition.events.find((one) => one.id === record.event);
  const kept = edition.conditions.find((content) => content.condition === condition);
  if (kept?.events.includes(record.event)) return false;
  return event === undefined || event.registration === "absent";
}

function startedWhenRetired({ told, edition }: ToldCourse, event: string): Named {
  const [start] = ofEvent(told, event);
  if (start === undefined || edition.retiredFrom === undefined) return [];
  return start.record.occurredOn >= edition.retiredFrom ? [[start]] : [];
}

function deadlineMoved({ told }: ToldCourse): Named {
  const carrying = told.filter(({ record }) => record.legalDeadline !== undefined);
  const [holding] = carrying;
  return eachOf(
    carrying.filter(({ record }) => record.legalDeadline !== holding?.record.legalDeadline),
  );
}

/** A counting start and no counting end of any date. */
export function isRunningAt({ told, edition }: ToldCourse): boolean {
  const started = ofEvent(told, edition.startEvent).length > 0;
  return started && !told.some(({ record }) => edition.endEvents.includes(record.event));
}

function daysSinceLast({ told, asOf }: ToldCourse): number {
  const dates = told.map(({ record }) => record.occurredOn).sort();
  const last = dates.at(-1);
  return last === undefined ? 0 : calendarDays(last, asOf);
}
