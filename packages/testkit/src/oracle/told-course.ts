// Knows what a log tells at a date: which records count, in which order, at which level and unit, with which facts.
import type { CourseLog, Edition, EventRecord, LogRecord } from "@rettvei/engine";

/** A record that counts, with the care level and unit it has or takes over from before. */
export interface ToldRecord {
  readonly record: EventRecord;
  readonly careLevel: string | undefined;
  readonly unitId: string | undefined;
}

/** A log seen at a date under an edition. */
export interface ToldCourse {
  readonly log: CourseLog;
  readonly edition: Edition;
  readonly asOf: string;
  /** In order; at least one. */
  readonly told: readonly ToldRecord[];
  readonly severity: string | undefined;
  readonly grantedFor: string | undefined;
  readonly condition: string | undefined;
}

/** The records that count: neither taken away by any other record, nor dated after `asOf`. In no order. */
export function countingRecords(records: readonly LogRecord[], asOf: string): EventRecord[] {
  const counting: EventRecord[] = [];
  for (const record of records) {
    if (record.voids !== undefined) continue;
    const takenAway = records.some(
      (other) =>
        other.voids === record.recordId ||
        (other.voids === undefined && other.corrects === record.recordId),
    );
    if (!takenAway && record.occurredOn <= asOf) counting.push(record);
  }
  return counting;
}

/** The edition a log is pinned to, or none if no record counts. Drafts are never in force. */
export function pinnedByOracle(
  log: CourseLog,
  editions: readonly Edition[],
  asOf: string,
): Edition | undefined {
  const counting = countingRecords(log.records, asOf);
  const inForce = editions
    .filter((edition) => edition.pathway === log.pathway && edition.status === "in-force")
    .sort((a, b) => compare(a.edition, b.edition));
  const starts = counting.filter((record) => record.event === inForce[0]?.startEvent);
  const dates = (starts.length > 0 ? starts : counting).map((record) => record.occurredOn).sort();
  const [date] = dates;
  if (date === undefined) return undefined;
  let pinned = inForce[0];
  for (const edition of inForce) if (edition.edition <= date) pinned = edition;
  return pinned;
}

/** What the log tells at `asOf` under this edition; nothing if no record counts. */
export function toldCourse(log: CourseLog, edition: Edition, asOf: string): ToldCourse | undefined {
  const vocabulary = edition.events.map((event) => event.id);
  const inOrder = countingRecords(log.records, asOf).sort(
    (a, b) =>
      compare(a.occurredOn, b.occurredOn) ||
      vocabulary.indexOf(a.event) - vocabulary.indexOf(b.event) ||
      Date.parse(a.recordedAt) - Date.parse(b.recordedAt) ||
      compare(a.recordId, b.recordId),
  );
  if (inOrder.length === 0) return undefined;
  return {
    log,
    edition,
    asOf,
    told: inOrder.map((record, at) => {
      const upToHere = inOrder.slice(0, at + 1);
      const careLevel = lastTold(upToHere.map((one) => one.careLevel));
      return { record, careLevel, unitId: lastTold(upToHere.map((one) => one.unitId)) };
    }),
    severity: lastTold(inOrder.map((record) => record.severity)),
    grantedFor: lastTold(inOrder.map((record) => record.grantedFor)),
    condition: lastTold(inOrder.map((record) => record.condition)),
  };
}

function lastTold(values: readonly (string | undefined)[]): string | undefined {
  return values.filter((value) => value !== undefined).at(-1);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
