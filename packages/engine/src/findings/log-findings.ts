// Knows how each kind of finding is seen in one log.
import type { LogFindingRule, RecordSelector } from "../edition/edition.ts";
import type { CountedRecord } from "../log/counting.ts";
import type { EventRecord } from "../log/record.ts";
import { type CourseAt, isRunning } from "../verdicts/course-at.ts";
import type { Finding } from "./finding.ts";

type Kind = LogFindingRule["kind"];
type RuleOf<K extends Kind> = Extract<LogFindingRule, { kind: K }>;

/** The rows of a finding: for each, the records it names. An empty row names none. */
type Rows = readonly (readonly EventRecord[])[];
type Look<K extends Kind> = (rule: RuleOf<K>, course: CourseAt) => Rows;

const NO_ROWS: Rows = [];
const ONE_ROW_NAMING_NONE: Rows = [[]];

/** A row for each counting record that shows the oddity. Most logs show none: nothing is built for them. */
function rowForEach(course: CourseAt, isOdd: (at: CountedRecord) => boolean): Rows {
  let rows: (readonly EventRecord[])[] | undefined;
  for (const at of course.counted) {
    if (!isOdd(at)) continue;
    rows ??= [];
    rows.push([at.record]);
  }
  return rows ?? NO_ROWS;
}

function firstOf(course: CourseAt, event: string): CountedRecord | undefined {
  const index = course.edition.eventOrder.get(event);
  return course.counted.find((at) => at.event === index);
}

function selects(selector: RecordSelector, { event, outcome }: EventRecord): boolean {
  if (event !== selector.event) return false;
  if (selector.outcomes !== undefined && !selector.outcomes.includes(outcome ?? null)) return false;
  return outcome === undefined || !selector.exceptOutcomes?.includes(outcome);
}

function repeated(rule: RuleOf<"repeated">, course: CourseAt): Rows {
  let seen = 0;
  return rowForEach(course, ({ record }) => selects(rule.records, record) && ++seen > rule.allowed);
}

function datedBeforeFirst(rule: RuleOf<"dated-before-first">, course: CourseAt): Rows {
  const first = firstOf(course, rule.first);
  if (first === undefined) return NO_ROWS;
  const { unlessGrantedFor } = rule;
  if (unlessGrantedFor !== undefined && unlessGrantedFor === course.facts.grantedFor)
    return NO_ROWS;
  return rowForEach(
    course,
    ({ day, record: { event } }) =>
      day < first.day && (rule.only?.includes(event) ?? true) && !rule.except?.includes(event),
  );
}

function datedAfterFirst(rule: RuleOf<"dated-after-first">, course: CourseAt): Rows {
  const first = firstOf(course, rule.first);
  if (first === undefined) return NO_ROWS;
  return rowForEach(course, (at) => at.day > first.day && !rule.except.includes(at.record.event));
}

function dateDiffers(rule: RuleOf<"date-differs">, course: CourseAt): Rows {
  const dated = firstOf(course, rule.event);
  if (dated === undefined) return NO_ROWS;
  for (const event of rule.on) {
    const expected = firstOf(course, event);
    if (expected === undefined) continue;
    return expected.day === dated.day ? NO_ROWS : [[dated.record, expected.record]];
  }
  return NO_ROWS;
}

function outcomeMissing(course: CourseAt): Rows {
  const { outcomes } = course.edition;
  return rowForEach(
    course,
    ({ event, record }) => record.outcome === undefined && (outcomes[event]?.size ?? 0) > 0,
  );
}

function outcomeUnknown(course: CourseAt): Rows {
  const { outcomes } = course.edition;
  return rowForEach(
    course,
    ({ event, record }) => record.outcome !== undefined && !outcomes[event]?.has(record.outcome),
  );
}

function careLevelMissing(rule: RuleOf<"care-level-missing">, course: CourseAt): Rows {
  return rowForEach(
    course,
    (at) => at.careLevel === undefined && rule.events.includes(at.record.event),
  );
}

function startedWhenRetired(rule: RuleOf<"started-when-retired">, course: CourseAt): Rows {
  const { retiredFromDay } = course.edition;
  if (retiredFromDay === undefined) return NO_ROWS;
  const start = firstOf(course, rule.event);
  return start === undefined || start.day < retiredFromDay ? NO_ROWS : [[start.record]];
}

function legalDeadlineMoved(course: CourseAt): Rows {
  const held = course.facts.legalDeadlineFrom?.record.legalDeadline;
  if (held === undefined) return NO_ROWS;
  return rowForEach(
    course,
    ({ record }) => record.legalDeadline !== undefined && record.legalDeadline !== held,
  );
}

function inactive(rule: RuleOf<"inactive">, course: CourseAt): Rows {
  const last = course.counted.at(-1);
  const silent = last !== undefined && course.asOfDay - last.day > rule.days;
  return silent && isRunning(course) ? ONE_ROW_NAMING_NONE : NO_ROWS;
}

const LOOKS: { readonly [K in Kind]: Look<K> } = {
  missing: (rule, course) => (firstOf(course, rule.event) ? NO_ROWS : ONE_ROW_NAMING_NONE),
  repeated,
  "dated-before-first": datedBeforeFirst,
  "dated-after-first": datedAfterFirst,
  "date-differs": dateDiffers,
  "outcome-missing": (_, course) => outcomeMissing(course),
  "outcome-unknown": (_, course) => outcomeUnknown(course),
  "care-level-missing": careLevelMissing,
  "recorded-before-occurred": (_, course) =>
    rowForEach(course, ({ record }) => record.recordedOn < record.occurredOn),
  "not-in-edition": (_, course) => rowForEach(course, (at) => !course.variant.hasEvent[at.event]),
  "started-when-retired": startedWhenRetired,
  "legal-deadline-moved": (_, course) => legalDeadlineMoved(course),
  inactive,
};

/** One rule's kind always looks up its own look: the table above is total over the kinds. */
function rowsOf<K extends Kind>(rule: RuleOf<K> & { kind: K }, course: CourseAt): Rows {
  return LOOKS[rule.kind](rule, course);
}

/** All findings of one log, in the order of the edition's findings. */
export function logFindings(course: CourseAt): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of course.edition.edition.findings) {
    for (const row of rowsOf(rule, course)) {
      findings.push({ rule, recordIds: row.map((record) => record.recordId) });
    }
  }
  return findings;
}
