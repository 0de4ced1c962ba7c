// Knows the columns of an event file, in their order.

export const EVENT_COLUMNS = [
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
] as const;

export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** Columns without which no line can be good. */
export const INDISPENSABLE: readonly EventColumn[] = ["record_id", "course_id", "recorded_at"];

/** Values of a line by the place of their column; undefined where empty. */
export type LineValues = readonly (string | undefined)[];

/** One line of a file. */
export interface EventLine {
  /** 1-based; the header of a CSV file is line 1. In Parquet the number of the row, from 1. */
  readonly line: number;
  readonly values: LineValues;
  /** Columns already told as bad, whose values are left out; absent where there are none. */
  readonly told?: ReadonlySet<string>;
}

const PLACES: ReadonlyMap<string, number> = new Map(
  EVENT_COLUMNS.map((column, place) => [column, place]),
);

/** Place of the column with this name; undefined if there is none. */
export function placeOf(name: string): number | undefined {
  return PLACES.get(name);
}

/** Place of each column. */
export const PLACE = Object.fromEntries(PLACES) as Readonly<Record<EventColumn, number>>;
