// Knows when a line of an event file is good, and what record it is then. Every bad column is told.
import {
  CARE_LEVELS,
  type CalendarDate,
  GRANTED_FOR,
  type Instant,
  isCalendarDate,
  type LogRecord,
  SEVERITIES,
} from "@rettvei/engine";
import { columnPlace, type EventColumn, type EventLine } from "./columns.ts";
import { type LineProblem, shown } from "./line-problem.ts";
import type { EventFileVocabulary } from "./vocabulary.ts";

/** A good line. `pathway` and `patientId` are undefined only on a void that does not tell them. */
export interface CheckedLine {
  readonly line: number;
  readonly courseId: string;
  readonly patientId: string | undefined;
  readonly pathway: string | undefined;
  readonly record: LogRecord;
}

const AT = Object.fromEntries(
  (
    [
      "record_id",
      "course_id",
      "patient_id",
      "pathway",
      "unit_id",
      "event",
      "outcome",
      "occurred_on",
      "recorded_at",
      "care_level",
      "severity",
      "granted_for",
      "legal_deadline",
      "condition",
      "voids",
      "corrects",
      "code",
    ] as const
  ).map((column) => [column, columnPlace(column)]),
) as Readonly<Record<EventColumn, number>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/;
const A_DATE = "an existing date YYYY-MM-DD";
const AN_INSTANT = "an instant in ISO 8601 with zone, as 2026-01-31T08:30:00Z";

/** Texts already seen, so that equal texts are one string: comparing them is then comparing places. */
function keeper<T>(check: (text: string) => T | undefined): (text: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found;
    const value = check(text);
    if (known.size < 100_000) known.set(text, value);
    return value;
  };
}

function oneOf<T extends string>(words: readonly T[]): (text: string) => T | undefined {
  const known = new Map<string, T>(words.map((word) => [word, word]));
  return (text) => known.get(text);
}

const asDate = keeper((text): CalendarDate | undefined =>
  isCalendarDate(text) ? text : undefined,
);

function readInstant(text: string): number | undefined {
  if (!INSTANT.test(text) || asDate(text.slice(0, 10)) === undefined) return undefined;
  const millis = Date.parse(text.replace(",", ".").replace(/([+-]\d{2})$/, "$1:00"));
  return Number.isNaN(millis) ? undefined : millis;
}

/** Makes the check of lines for one vocabulary. */
export function lineCheck(
  vocabulary: EventFileVocabulary,
): (line: EventLine, tell: (problem: LineProblem) => void) => CheckedLine | undefined {
  const asEvent = oneOf([...vocabulary.events]);
  const asPathway = oneOf([...vocabulary.pathways]);
  const asCondition = oneOf([...vocabulary.conditions]);
  const asCareLevel = oneOf(CARE_LEVELS);
  const asSeverity = oneOf(SEVERITIES);
  const asGrantedFor = oneOf(GRANTED_FOR);
  const decode = keeper(vocabulary.decode);
  const keep = keeper((text) => text);
  const listed = (words: Iterable<string>): string => `one of ${[...words].join(", ")}`;
  const expected = {
    pathway: listed(vocabulary.pathways),
    event: "an event of the vocabulary",
    care_level: listed(CARE_LEVELS),
    severity: listed(SEVERITIES),
    granted_for: listed(GRANTED_FOR),
    condition: listed(vocabulary.conditions),
  };

  return ({ line, values }, tell) => {
    let good = true;
    const bad = (column: EventColumn, what: string): undefined => {
      good = false;
      tell({ line, column, expected: what, found: shown(values[AT[column]]) });
    };
    const optional = <T>(
      column: EventColumn,
      check: (text: string) => T | undefined,
      what: string,
    ): T | undefined => {
      const text = values[AT[column]];
      return text === undefined ? undefined : (check(text) ?? bad(column, what));
    };
    const required = <T>(
      column: EventColumn,
      check: (text: string) => T | undefined,
      what: string,
    ): T | undefined => {
      const text = values[AT[column]];
      return text === undefined ? bad(column, what) : (check(text) ?? bad(column, what));
    };
    const text = (value: string): string => value;

    const recordId = required("record_id", text, "an id");
    const courseId = required("course_id", text, "an id");
    const millis = required("recorded_at", readInstant, AN_INSTANT);
    const voids = values[AT.voids];
    const isEvent = voids === undefined;
    const patientId = isEvent ? required("patient_id", text, "an id") : values[AT.patient_id];
    const occurredOn = (isEvent ? required : optional)("occurred_on", asDate, A_DATE);
    const careLevel = optional("care_level", asCareLevel, expected.care_level);
    const severity = optional("severity", asSeverity, expected.severity);
    const grantedFor = optional("granted_for", asGrantedFor, expected.granted_for);
    const legalDeadline = optional("legal_deadline", asDate, A_DATE);
    const condition = optional("condition", asCondition, expected.condition);

    const coded = optional("code", decode, "a code of an event, as D11CP");
    const byName = isEvent && values[AT.code] === undefined ? required : optional;
    const pathway = byName("pathway", asPathway, expected.pathway);
    const event = byName("event", asEvent, expected.event);
    const outcome = values[AT.outcome];
    if (coded !== undefined) {
      const agree = `what the code ${values[AT.code]} says, or nothing`;
      if (pathway !== undefined && pathway !== coded.pathway) bad("pathway", agree);
      if (event !== undefined && event !== coded.event) bad("event", agree);
      if (outcome !== undefined && outcome !== coded.outcome) bad("outcome", agree);
    }
    if (!good || recordId === undefined || courseId === undefined || millis === undefined) {
      return undefined;
    }
    const recordedAt = new Date(millis).toISOString() as Instant;
    const where = { line, courseId, patientId, pathway: coded?.pathway ?? pathway };
    if (voids !== undefined) return { ...where, record: { recordId, recordedAt, voids } };
    const named = coded?.event ?? event;
    if (named === undefined || occurredOn === undefined) return undefined;
    return {
      ...where,
      record: {
        recordId,
        event: named,
        outcome: coded?.outcome ?? (outcome && keep(outcome)),
        occurredOn,
        recordedAt,
        recordedOn: vocabulary.dateOf(millis),
        careLevel,
        unitId: keep(values[AT.unit_id] ?? "") || undefined,
        severity,
        grantedFor,
        legalDeadline,
        condition,
        corrects: values[AT.corrects],
      },
    };
  };
}
