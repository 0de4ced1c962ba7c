// Knows whether a registration is there already: one that stands, neither voided nor replaced by a correction.
import { type CalendarDate, type EventRecord, isVoid, type LogRecord } from "@rettvei/engine";

export function standingRecords(records: readonly LogRecord[]): readonly EventRecord[] {
  const gone = new Set(
    records.flatMap((record) => (isVoid(record) ? record.voids : record.corrects) ?? []),
  );
  return records.filter(
    (record): record is EventRecord => !isVoid(record) && !gone.has(record.recordId),
  );
}

/** A registration of this event on this day, if one stands. */
export function registeredAlready(
  records: readonly LogRecord[],
  { event, on, outcome }: { event: string; on: CalendarDate; outcome: string | null },
): EventRecord | undefined {
  return standingRecords(records).find(
    (record) =>
      record.event === event &&
      record.occurredOn === on &&
      (outcome === null || record.outcome === undefined || record.outcome === outcome),
  );
}
