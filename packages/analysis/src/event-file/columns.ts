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

/** One line of a file: values by the place of their column, absent where empty. */
export interface EventLine {
  /** 1-based; the header of a CSV file is line 1. In Parquet the number of the row, from 1. */
  readonly line: number;
  readonly values: readonly (string | undefined)[];
}

export function columnPlace(column: EventColumn): number {
  return EVENT_COLUMNS.indexOf(column);
}
