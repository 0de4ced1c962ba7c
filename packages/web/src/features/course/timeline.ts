// Knows in which order a course is told: what is open now, and day by day what happened.
import type { Course, RecordView, VerdictView } from "../../app/api/contract.ts";

export interface RecordEntry {
  readonly record: RecordView;
  /** The record that took this one away by voiding it, if any. */
  readonly voidedBy: RecordView | undefined;
}

export interface Day {
  readonly on: string;
  /** Records of the day, latest in order first. */
  readonly entries: readonly RecordEntry[];
  /** Verdicts that closed on this day. */
  readonly verdicts: readonly VerdictView[];
}

const NO_DATE = "9999-12-31";

/** Open verdicts, soonest due first; those without a date last. */
export function openVerdicts(verdicts: readonly VerdictView[]): readonly VerdictView[] {
  return verdicts
    .filter((verdict) => verdict.open)
    .sort((a, b) => (a.dueOn ?? NO_DATE).localeCompare(b.dueOn ?? NO_DATE));
}

/** A void that took away an event is told with that event; any other stands by itself. */
function standsAlone(record: RecordView, byId: ReadonlyMap<string, RecordView>): boolean {
  return record.voids === null || byId.get(record.voids)?.voids !== null;
}

function dayOfRecord(record: RecordView): string {
  return record.voids === null && record.occurredOn !== null
    ? record.occurredOn
    : record.recordedAt.slice(0, 10);
}

function dayOfVerdict({ to, end, from }: VerdictView): string {
  return (to ?? end ?? from).on;
}

/** All records that were ever made and all closed verdicts by day, newest first. */
export function daysOf(course: Pick<Course, "records" | "verdicts">): readonly Day[] {
  const byId = new Map(course.records.map((record) => [record.recordId, record]));
  const voids = new Map(course.records.map((record) => [record.voids, record]));
  const entries = course.records
    .filter((record) => standsAlone(record, byId))
    .map((record): RecordEntry => ({ record, voidedBy: voids.get(record.recordId) }));
  const closed = course.verdicts.filter((verdict) => !verdict.open);
  const dates = new Set([
    ...entries.map(({ record }) => dayOfRecord(record)),
    ...closed.map(dayOfVerdict),
  ]);
  return [...dates]
    .sort((a, b) => (a < b ? 1 : -1))
    .map((on) => ({
      on,
      entries: entries.filter(({ record }) => dayOfRecord(record) === on).reverse(),
      verdicts: closed.filter((verdict) => dayOfVerdict(verdict) === on),
    }));
}
