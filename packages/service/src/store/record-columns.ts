// Knows the columns of a record and what of a record each of them holds.
import { type EventRecord, isVoid, type LogRecord } from "@rettvei/engine";

interface RecordColumn {
  readonly name: string;
  readonly of: (record: LogRecord) => string | undefined;
}

/** Reads a field of an event; a void has none of them. */
function ofEvent(field: (event: EventRecord) => string | undefined): RecordColumn["of"] {
  return (record) => (isVoid(record) ? undefined : field(record));
}

/** All columns but the course and those that the database fills. */
export const RECORD_COLUMNS: readonly RecordColumn[] = [
  { name: "record_id", of: ({ recordId }) => recordId },
  { name: "recorded_at", of: ({ recordedAt }) => recordedAt },
  { name: "event", of: ofEvent(({ event }) => event) },
  { name: "outcome", of: ofEvent(({ outcome }) => outcome) },
  { name: "occurred_on", of: ofEvent(({ occurredOn }) => occurredOn) },
  { name: "care_level", of: ofEvent(({ careLevel }) => careLevel) },
  { name: "unit_id", of: ofEvent(({ unitId }) => unitId) },
  { name: "severity", of: ofEvent(({ severity }) => severity) },
  { name: "granted_for", of: ofEvent(({ grantedFor }) => grantedFor) },
  { name: "legal_deadline", of: ofEvent(({ legalDeadline }) => legalDeadline) },
  { name: "condition", of: ofEvent(({ condition }) => condition) },
  { name: "corrects", of: ofEvent(({ corrects }) => corrects) },
  { name: "voids", of: (record) => record.voids },
];
