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
import { type ColumnReader, columnReader, type ReadColumn } from "./column-reader.ts";
import type { EventColumn } from "./columns.ts";
import type { EventTable } from "./event-table.ts";
import { instantText } from "./instant-text.ts";
import type { LineProblem } from "./line-problem.ts";
import { asDate, asText, oneOf } from "./value-checks.ts";
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

const A_CODE = "a code of an event, as D11CP";

const listed = (words: Iterable<string>): string => `one of ${[...words].join(", ")}`;

/** The columns of a row, each with its check and how that is told. */
function columnsOf({ column }: ColumnReader, vocabulary: EventFileVocabulary) {
  const { pathways, events, conditions, decode } = vocabulary;
  const word = <T extends string>(name: EventColumn, words: Iterable<T>) =>
    column(name, oneOf(words), listed(words));
  return {
    recordId: column("record_id", asText, AN_ID),
    courseId: column("course_id", asText, AN_ID),
    patientId: column("patient_id", asText, AN_ID),
    pathway: word("pathway", pathways),
    unitId: column("unit_id", asText, AN_ID),
    event: column("event", oneOf(events), "an event of the vocabulary"),
    outcome: column("outcome", asText, A_TEXT),
    occurredOn: column("occurred_on", asDate, A_DATE),
    careLevel: word<CareLevel>("care_level", CARE_LEVELS),
    severity: word<Severity>("severity", SEVERITIES),
    grantedFor: word<GrantedFor>("granted_for", GRANTED_FOR),
    legalDeadline: column("legal_deadline", asDate, A_DATE),
    condition: word("condition", conditions),
    voids: column("voids", asText, AN_ID),
    corrects: column("corrects", asText, AN_ID),
    code: column("code", decode, A_CODE),
  };
}

type Columns = ReturnType<typeof columnsOf>;

type Happening = { readonly [K in keyof CodedEvent]: CodedEvent[K] | undefined };

/** What the line says happened, by code or by names. Pathway and event may be undefined on a void only. */
function readHappening(columns: Columns, isVoid: boolean): Happening {
  const coded = columns.code.optional();
  const isFree = isVoid || columns.code.isThere();
  const read = (column: ReadColumn<string>) => (isFree ? column.optional() : column.required());
  const named: Happening = {
    pathway: read(columns.pathway),
    event: read(columns.event),
    outcome: columns.outcome.optional(),
  };
  if (coded === undefined) return named;
  for (const part of ["pathway", "event", "outcome"] as const) {
    if (named[part] !== undefined && named[part] !== coded[part]) {
      columns[part].bad(`what the code ${columns.code.text()} says, or nothing`);
    }
  }
  return coded;
}

/** The reference that takes another record away; a line has one at most. */
function readReference(columns: Columns) {
  const voids = columns.voids.optional();
  const corrects = columns.corrects.optional();
  const isVoid = columns.voids.isThere();
  if (isVoid && corrects !== undefined) columns.corrects.bad("nothing, since the line voids");
  return { voids, corrects, isVoid };
}

/** Makes the check of a table's rows. The check tells every bad column and then gives nothing. */
export function lineCheck(
  table: EventTable,
  vocabulary: EventFileVocabulary,
  tell: (problem: LineProblem) => void,
): (row: number) => CheckedLine | undefined {
  const reader = columnReader(table, tell);
  const columns = columnsOf(reader, vocabulary);

  return (row) => {
    reader.moveTo(row);
    const { voids, corrects, isVoid } = readReference(columns);
    const recordId = columns.recordId.required();
    const courseId = columns.courseId.required();
    const patientId = isVoid ? columns.patientId.optional() : columns.patientId.required();
    const millis = reader.recordedAt(AN_INSTANT);
    const occurredOn = isVoid ? columns.occurredOn.optional() : columns.occurredOn.required();
    const { pathway, event, outcome } = readHappening(columns, isVoid);
    const careLevel = columns.careLevel.optional();
    const unitId = columns.unitId.optional();
    const severity = columns.severity.optional();
    const grantedFor = columns.grantedFor.optional();
    const legalDeadline = columns.legalDeadline.optional();
    const condition = columns.condition.optional();
    if (!reader.isGood() || !recordId || !courseId || millis === undefined) return undefined;

    const line = reader.line();
    const recordedAt = instantText(millis);
    if (voids !== undefined) {
      return { line, courseId, patientId, pathway, record: { recordId, recordedAt, voids } };
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
      careLevel,
      unitId,
      severity,
      grantedFor,
      legalDeadline,
      condition,
      corrects,
    };
    return { line, courseId, patientId, pathway, record };
  };
}
