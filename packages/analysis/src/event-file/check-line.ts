// Knows when a line of an event file is good, and what record it is then. Every bad column is told.
import {
  CARE_LEVELS,
  type CareLevel,
  type EventRecord,
  GRANTED_FOR,
  type GrantedFor,
  type LogRecord,
  SEVERITIES,
  type Severity,
} from "@rettvei/engine";
import { type ColumnReader, columnReader } from "./column-reader.ts";
import type { EventLine } from "./columns.ts";
import type { LineProblem } from "./line-problem.ts";
import {
  asDate,
  asMillis,
  asText,
  instantOf,
  keeper,
  oneOf,
  type ValueCheck,
} from "./value-checks.ts";
import type { CodedEvent, EventFileVocabulary } from "./vocabulary.ts";

/** A good line. `pathway` and `patientId` are undefined only on a void that does not tell them. */
export interface CheckedLine {
  readonly line: number;
  readonly courseId: string;
  readonly patientId: string | undefined;
  readonly pathway: string | undefined;
  readonly record: LogRecord;
}

const A_DATE = "an existing date YYYY-MM-DD";
const A_TEXT = "a text in UTF-8 without control characters";
const AN_ID = "an id, in UTF-8 without control characters";
const AN_INSTANT = "an instant in ISO 8601 with zone, as 2026-01-31T08:30:00Z";

/** Checks of the columns whose words a list or the definitions give, and how they are told. */
interface Words {
  readonly pathway: ValueCheck<string>;
  readonly event: ValueCheck<string>;
  readonly condition: ValueCheck<string>;
  readonly careLevel: ValueCheck<CareLevel>;
  readonly severity: ValueCheck<Severity>;
  readonly grantedFor: ValueCheck<GrantedFor>;
  readonly code: ValueCheck<CodedEvent>;
  /** Any text, equal ones as one string. */
  readonly text: ValueCheck<string>;
  readonly expected: Readonly<
    Record<"pathway" | "condition" | "careLevel" | "severity" | "grantedFor", string>
  >;
}

function wordsOf({ pathways, events, conditions, decode }: EventFileVocabulary): Words {
  const listed = (words: Iterable<string>): string => `one of ${[...words].join(", ")}`;
  return {
    pathway: oneOf(pathways),
    event: oneOf(events),
    condition: oneOf(conditions),
    careLevel: oneOf(CARE_LEVELS),
    severity: oneOf(SEVERITIES),
    grantedFor: oneOf(GRANTED_FOR),
    code: keeper(decode),
    text: keeper(asText),
    expected: {
      pathway: listed(pathways),
      condition: listed(conditions),
      careLevel: listed(CARE_LEVELS),
      severity: listed(SEVERITIES),
      grantedFor: listed(GRANTED_FOR),
    },
  };
}

type Happening = { readonly [K in keyof CodedEvent]: CodedEvent[K] | undefined };

/** What the line says happened, by code or by names. Pathway and event may be undefined on a void only. */
function readHappening(columns: ColumnReader, words: Words, isVoid: boolean): Happening {
  const code = columns.textOf("code");
  const coded = columns.optional("code", words.code, "a code of an event, as D11CP");
  const read = isVoid || code !== undefined ? columns.optional : columns.required;
  const named: Happening = {
    pathway: read("pathway", words.pathway, words.expected.pathway),
    event: read("event", words.event, "an event of the vocabulary"),
    outcome: columns.optional("outcome", words.text, A_TEXT),
  };
  if (coded === undefined) return named;
  for (const part of ["pathway", "event", "outcome"] as const) {
    if (named[part] !== undefined && named[part] !== coded[part]) {
      columns.bad(part, `what the code ${code} says, or nothing`);
    }
  }
  return coded;
}

/** The reference that takes another record away; a line has one at most. */
function readReference(columns: ColumnReader) {
  const voids = columns.optional("voids", asText, AN_ID);
  const corrects = columns.optional("corrects", asText, AN_ID);
  const isVoid = columns.textOf("voids") !== undefined;
  if (isVoid && corrects !== undefined) columns.bad("corrects", "nothing, since the line voids");
  return { voids, corrects, isVoid };
}

function readFacts({ optional }: ColumnReader, words: Words) {
  const { expected } = words;
  return {
    careLevel: optional("care_level", words.careLevel, expected.careLevel),
    unitId: optional("unit_id", words.text, AN_ID),
    severity: optional("severity", words.severity, expected.severity),
    grantedFor: optional("granted_for", words.grantedFor, expected.grantedFor),
    legalDeadline: optional("legal_deadline", asDate, A_DATE),
    condition: optional("condition", words.condition, expected.condition),
  };
}

/** Makes the check of lines for one vocabulary. The check tells every bad column and then gives nothing. */
export function lineCheck(
  vocabulary: EventFileVocabulary,
  tell: (problem: LineProblem) => void,
): (line: EventLine) => CheckedLine | undefined {
  const words = wordsOf(vocabulary);
  const columns = columnReader(tell);
  const { optional, required } = columns;

  return (line) => {
    columns.moveTo(line);
    const { voids, corrects, isVoid } = readReference(columns);
    const ofEvent = isVoid ? optional : required;
    const recordId = required("record_id", asText, AN_ID);
    const courseId = required("course_id", asText, AN_ID);
    const patientId = ofEvent("patient_id", asText, AN_ID);
    const millis = required("recorded_at", asMillis, AN_INSTANT);
    const occurredOn = ofEvent("occurred_on", asDate, A_DATE);
    const { pathway, event, outcome } = readHappening(columns, words, isVoid);
    const facts = readFacts(columns, words);
    if (!columns.isGood() || !recordId || !courseId || millis === undefined) return undefined;

    const recordedAt = instantOf(columns.textOf("recorded_at") ?? "", millis);
    if (voids !== undefined) {
      return {
        line: line.line,
        courseId,
        patientId,
        pathway,
        record: { recordId, recordedAt, voids },
      };
    }
    if (event === undefined || occurredOn === undefined) return undefined;
    // Each field by name: spreading one object into another here takes longer than all the checks.
    const record: EventRecord = {
      recordId,
      event,
      outcome,
      occurredOn,
      recordedAt,
      recordedOn: vocabulary.dateOf(millis),
      careLevel: facts.careLevel,
      unitId: facts.unitId,
      severity: facts.severity,
      grantedFor: facts.grantedFor,
      legalDeadline: facts.legalDeadline,
      condition: facts.condition,
      corrects,
    };
    return { line: line.line, courseId, patientId, pathway, record };
  };
}
