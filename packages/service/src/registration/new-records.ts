// Knows records as somebody hands them in, and how they become records of a log.
import { randomUUID } from "node:crypto";
import { osloDate, toInstant } from "@rettvei/definitions";
import type { EventRecord, LogRecord, VoidRecord } from "@rettvei/engine";

type HandedIn<R extends LogRecord> = Omit<R, "recordId" | "recordedAt" | "recordedOn"> & {
  /** Made by us if absent. A caller who names it may send the same twice: it counts once. */
  readonly recordId?: string | undefined;
};

/** An event, possibly in place of an earlier record, or the taking away of one. */
export type NewRecord = HandedIn<EventRecord> | HandedIn<VoidRecord>;

/** The records as they are written down at this moment. */
export function writtenDown(records: readonly NewRecord[], now: Date): readonly LogRecord[] {
  const recordedAt = toInstant(now.getTime());
  const recordedOn = osloDate(now.getTime());
  return records.map((record) => {
    const recordId = record.recordId ?? randomUUID();
    return record.voids === undefined
      ? { ...record, recordId, recordedAt, recordedOn }
      : { recordId, recordedAt, voids: record.voids };
  });
}
