// Knows how records are added: in the order given, never changed after.
import type { LogRecord } from "@rettvei/engine";
import pg from "pg";
import { AppError } from "../app-error.ts";
import { RECORD_COLUMNS } from "./record-columns.ts";

const APPEND = `
  INSERT INTO rettvei.record (record_id, course_id, event, outcome, occurred_on, recorded_at, care_level, unit_id,
                              severity, granted_for, legal_deadline, condition, voids, corrects,
                              recorded_by, entered, from_fact)
  SELECT record_id, $2, event, outcome, occurred_on, recorded_at, care_level, unit_id,
         severity, granted_for, legal_deadline, condition, voids, corrects, $3, $4, $5
  FROM jsonb_to_recordset($1::text::jsonb) AS record (
    place integer, record_id text, event text, outcome text, occurred_on date, recorded_at timestamptz, care_level text,
    unit_id text, severity text, granted_for text, legal_deadline date, condition text, voids text, corrects text)
  ORDER BY place
  RETURNING seq`;

const UNIQUE_VIOLATION = "23505";

function rowOf(record: LogRecord, place: number): object {
  const cells = RECORD_COLUMNS.map(({ name, of }) => [name, of(record)]);
  return { place, ...Object.fromEntries(cells) };
}

/** How a record comes to be written down: typed, confirmed by one action, or following from something else. */
export interface Entry {
  /** Id of who does it. */
  readonly recordedBy: string;
  readonly entered: "by-hand" | "confirmed" | "derived";
  /** The fact that says so. */
  readonly fromFact?: string;
}

/** Adds the records to the course; answers the number of the last. AppError `record-conflict` if an id is in use. */
export async function appendRecords(
  client: pg.ClientBase,
  courseId: string,
  records: readonly LogRecord[],
  { recordedBy, entered, fromFact }: Entry,
): Promise<number> {
  try {
    const how = [recordedBy, entered, fromFact ?? null];
    const values = [JSON.stringify(records.map(rowOf)), courseId, ...how];
    const query = { name: "append-records", text: APPEND, values };
    const { rows } = await client.query<{ seq: string }>(query);
    return Math.max(0, ...rows.map(({ seq }) => Number(seq)));
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && cause.code === UNIQUE_VIOLATION) {
      throw new AppError(
        "record-conflict",
        "records: expected record ids not in use, got one in use",
      );
    }
    throw cause;
  }
}

/** Adds a course; false if there is one of that id. */
export async function addCourse(
  client: pg.ClientBase,
  course: { readonly courseId: string; readonly patientId: string; readonly pathway: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    "INSERT INTO rettvei.course (course_id, patient_id, pathway) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    [course.courseId, course.patientId, course.pathway],
  );
  return rowCount === 1;
}
