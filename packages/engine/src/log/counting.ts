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

/** Order of two records: date, then event order, then the instant of writing, then id. */
function comesBefore(a: CountedRecord, b: CountedRecord): boolean {
  if (a.day !== b.day) return a.day < b.day;
  if (a.event !== b.event) return a.event < b.event;
  if (a.record.recordedAt !== b.record.recordedAt) return a.record.recordedAt < b.record.recordedAt;
  return a.record.recordId < b.record.recordId;
}

/** A counted record while the list is made; it is not handed out before it is whole. */
interface Counting extends CountedRecord {
  careLevel: CareLevel | undefined;
  unitId: string | undefined;
}

const LONG_LOG = 64;

/** Logs are short and mostly in order already, where insertion beats a general sort. */
function putInOrder(counted: Counting[]): void {
  if (counted.length > LONG_LOG) {
    counted.sort((a, b) => (comesBefore(a, b) ? -1 : 1));
    return;
  }
  for (let next = 1; next < counted.length; next++) {
    const moving = counted[next];
    if (moving === undefined) break;
    let at = next;
    while (at > 0) {
      const before = counted[at - 1];
      if (before === undefined || !comesBefore(moving, before)) break;
      counted[at] = before;
      at--;
    }
    if (at !== next) counted[at] = moving;
  }
}

/** Lets each record know what earlier ones tell of care level and unit. */
function carryHistory(counted: readonly Counting[]): void {
  let careLevel: CareLevel | undefined;
  let unitId: string | undefined;
  for (const at of counted) {
    if (at.careLevel === undefined) at.careLevel = careLevel;
    else careLevel = at.careLevel;
    if (at.unitId === undefined) at.unitId = unitId;
    else unitId = at.unitId;
  }
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
  const asOfDay = toDayNumber(asOf);
  const counted: Counting[] = [];
  for (const record of records) {
    if (isVoid(record) || taken?.has(record.recordId)) continue;
    const day = toDayNumber(record.occurredOn);
    if (day > asOfDay) continue;
    counted.push({
      record,
      event: eventOrder.get(record.event) ?? UNKNOWN_EVENT,
      day,
      careLevel: record.careLevel,
      unitId: record.unitId,
    });
  }
  putInOrder(counted);
  carryHistory(counted);
  return counted;
}
