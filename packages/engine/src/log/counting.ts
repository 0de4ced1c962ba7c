// Knows which records of a log count at a date, and their order.
import { type CalendarDate, type DayNumber, toDayNumber } from "../calendar/calendar-date.ts";
import type { CareLevel, EventRecord, LogRecord } from "./record.ts";
import { isVoid } from "./record.ts";

/** Place of an event id in the vocabulary; decides the order of records of one day. */
export type EventIndex = number;

/** Index of an event id that the vocabulary does not hold; sorts last. */
export const UNKNOWN_EVENT: EventIndex = 1_000_000;

/** A record that counts, with what earlier records tell about it. */
export interface CountedRecord {
  readonly record: EventRecord;
  readonly event: EventIndex;
  readonly day: DayNumber;
  /** Own care level, else that of the nearest earlier record that has one. */
  readonly careLevel: CareLevel | undefined;
  /** Own unit, else that of the nearest earlier record that has one. */
  readonly unitId: string | undefined;
}

function targetOf(record: LogRecord): string | undefined {
  return isVoid(record) ? record.voids : record.corrects;
}

/** Ids of all records that any other record takes away, for good and whatever happens to the taker. */
function takenAway(records: readonly LogRecord[]): ReadonlySet<string> | undefined {
  let taken: Set<string> | undefined;
  for (const record of records) {
    const target = targetOf(record);
    if (target === undefined) continue;
    taken ??= new Set();
    taken.add(target);
  }
  return taken;
}

interface Placed {
  readonly record: EventRecord;
  readonly event: EventIndex;
}

/** Order of two records: date, then event order, then the instant of writing, then id. */
function comesBefore(a: Placed, b: Placed): boolean {
  if (a.record.occurredOn !== b.record.occurredOn) return a.record.occurredOn < b.record.occurredOn;
  if (a.event !== b.event) return a.event < b.event;
  if (a.record.recordedAt !== b.record.recordedAt) return a.record.recordedAt < b.record.recordedAt;
  return a.record.recordId < b.record.recordId;
}

/** Logs are short and mostly in order already, where insertion beats a general sort. */
function insertInOrder(placed: Placed[], next: Placed): void {
  let at = placed.length;
  for (
    let before = placed[at - 1];
    before !== undefined && comesBefore(next, before);
    before = placed[at - 1]
  ) {
    placed[at] = before;
    at--;
  }
  placed[at] = next;
}

const LONG_LOG = 64;

function inOrder(placed: Placed[]): Placed[] {
  if (placed.length > LONG_LOG) return placed.sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  const ordered: Placed[] = [];
  for (const next of placed) insertInOrder(ordered, next);
  return ordered;
}

function withHistory(ordered: readonly Placed[]): CountedRecord[] {
  let careLevel: CareLevel | undefined;
  let unitId: string | undefined;
  return ordered.map(({ record, event }) => {
    careLevel = record.careLevel ?? careLevel;
    unitId = record.unitId ?? unitId;
    return { record, event, day: toDayNumber(record.occurredOn), careLevel, unitId };
  });
}

/**
 * The records that count at `asOf`, in order; empty if none does.
 * A record counts if it is no void, nothing takes it away, and it happened on or before `asOf`.
 */
export function countingRecords(
  records: readonly LogRecord[],
  eventOrder: ReadonlyMap<string, EventIndex>,
  asOf: CalendarDate,
): readonly CountedRecord[] {
  const taken = takenAway(records);
  const placed: Placed[] = [];
  for (const record of records) {
    if (isVoid(record) || record.occurredOn > asOf || taken?.has(record.recordId)) continue;
    placed.push({ record, event: eventOrder.get(record.event) ?? UNKNOWN_EVENT });
  }
  return withHistory(inOrder(placed));
}
