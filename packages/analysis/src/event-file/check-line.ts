// Knows when a line of an event file is good, and what record it is then. Every bad column is told.
import {
  CARE_LEVELS,
  type CalendarDate,
  type EventRecord,
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
const AN_ID = "an id";
const A_CODE = "a code of an event, as D11CP";
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

function asId(text: string): string {
  return text;
}

function readInstant(text: string): number | undefined {
  if (!INSTANT.test(text) || asDate(text.slice(0, 10)) === undefined) return undefined;
  const millis = Date.parse(text.replace(",", ".").replace(/([+-]\d{2})$/, "$1:00"));
  return Number.isNaN(millis) ? undefined : millis;
}

const UTC_MILLISECONDS = /^.{19}\.\d{3}Z$/;

function asInstant(text: string, millis: number): Instant {
  return (UTC_MILLISECONDS.test(text) ? text : new Date(millis).toISOString()) as Instant;
}

type Tell = (problem: LineProblem) => void;

/** Makes the check of lines for one vocabulary. The check tells every bad column and then gives nothing. */
export function lineCheck(
  vocabulary: EventFileVocabulary,
  tell: Tell,
): (line: EventLine) => CheckedLine | undefined {
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
    careLevel: listed(CARE_LEVELS),
    severity: listed(SEVERITIES),
    grantedFor: listed(GRANTED_FOR),
    condition: listed(vocabulary.conditions),
  };

  // The line at hand. These functions are made once and not per line, for files of millions of lines.
  let values: EventLine["values"] = [];
  let lineNumber = 0;
  let good = true;
  const bad = (column: EventColumn, what: string): undefined => {
    good = false;
    tell({ line: lineNumber, column, expected: what, found: shown(values[AT[column]]) });
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
  const disagreement = (column: "pathway" | "event" | "outcome", said: string | undefined): void => {
    const found = values[AT[column]];
    if (found !== undefined && found !== said) {
      bad(column, `what the code ${values[AT.code]} says, or nothing`);
    }
  };

  return (line) => {
    ({ values, line: lineNumber } = line);
    good = true;
    const voids = values[AT.voids];
    const ofEvent = voids === undefined ? required : optional;
    const recordId = required("record_id", asId, AN_ID);
    const courseId = required("course_id", asId, AN_ID);
    const millis = required("recorded_at", readInstant, AN_INSTANT);
    const patientId = ofEvent("patient_id", asId, AN_ID);
    const occurredOn = ofEvent("occurred_on", asDate, A_DATE);
    const careLevel = optional("care_level", asCareLevel, expected.careLevel);
    const severity = optional("severity", asSeverity, expected.severity);
    const grantedFor = optional("granted_for", asGrantedFor, expected.grantedFor);
    const legalDeadline = optional("legal_deadline", asDate, A_DATE);
    const condition = optional("condition", asCondition, expected.condition);
    const coded = optional("code", decode, A_CODE);
    const byName = values[AT.code] === undefined ? ofEvent : optional;
    const pathway = byName("pathway", asPathway, expected.pathway);
    const event = byName("event", asEvent, expected.event);
    if (coded !== undefined) {
      disagreement("pathway", coded.pathway);
      disagreement("event", coded.event);
      disagreement("outcome", coded.outcome);
    }
    if (!good || recordId === undefined || courseId === undefined || millis === undefined) {
      return undefined;
    }
    const recordedAt = asInstant(values[AT.recorded_at] ?? "", millis);
    const known = { line: line.line, courseId, patientId, pathway: coded?.pathway ?? pathway };
    if (voids !== undefined) return { ...known, record: { recordId, recordedAt, voids } };
    const named = coded?.event ?? event;
    if (named === undefined || occurredOn === undefined) return undefined;
    const outcome = values[AT.outcome];
    const unitId = values[AT.unit_id];
    const record: EventRecord = {
      recordId,
      event: named,
      outcome: coded?.outcome ?? (outcome && keep(outcome)),
      occurredOn,
      recordedAt,
      recordedOn: vocabulary.dateOf(millis),
      careLevel,
      unitId: unitId && keep(unitId),
      severity,
      grantedFor,
      legalDeadline,
      condition,
      corrects: values[AT.corrects],
    };
    return { ...known, record };
  };
}
