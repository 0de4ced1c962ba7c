// Knows how records are added: in the order given, never changed after.
import type { LogRecord } from "@rettvei/engine";
import pg from "pg";
import { AppError } from "../app-error.ts";
import type { CourseState } from "../judging/course-state.ts";
import { keepingStates, stateRows, tellWhenKept } from "./course-states.ts";
import { RECORD_COLUMNS } from "./record-columns.ts";
import type { Unit } from "./units.ts";

// The states are kept by the same statement: the one of this course with the number of its last record.
const APPEND = `
  WITH added AS (
  INSERT INTO rettvei.record (seq, record_id, course_id, event, outcome, occurred_on, recorded_at, care_level, unit_id,
                              severity, granted_for, legal_deadline, condition, voids, corrects,
                              recorded_by, entered, from_fact) OVERRIDING SYSTEM VALUE
  SELECT coalesce(($7::bigint[])[place + 1], nextval('rettvei.record_seq_seq')), record_id, $2, event, outcome, occurred_on, recorded_at, care_level, unit_id,
         severity, granted_for, legal_deadline, condition, voids, corrects, $3, $4, $5
  FROM (
    SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS record (
      place integer, record_id text, event text, outcome text, occurred_on date, recorded_at timestamptz, care_level text,
      unit_id text, severity text, granted_for text, legal_deadline date, condition text, voids text, corrects text)
    ORDER BY place) record
  RETURNING seq)
  ${keepingStates("$6", "CASE course_id WHEN $2 THEN (SELECT max(seq) FROM added) ELSE last_seq END")}
  RETURNING course_id, last_seq, unit_id,
    (SELECT name FROM rettvei.unit u WHERE u.unit_id = course_state.unit_id) AS unit_name`;

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

/** What is to be added to a course, and how all courses of its patient stand with it. */
export interface Addition {
  readonly courseId: string;
  readonly records: readonly LogRecord[];
  readonly states: readonly CourseState[];
  readonly mark: string;
  /** Of the records in their order, where they were reserved. */
  readonly numbers?: readonly number[];
}

interface AppendedRow {
  readonly course_id: string;
  readonly last_seq: string;
  readonly unit_id: string;
  readonly unit_name: string | null;
}

/** What became of an addition. */
export interface Appended {
  /** Number of the last record. */
  readonly lastSeq: number;
  /** Where the course is now; a unit that nobody described has its id for a name. */
  readonly unit: Pick<Unit, "unitId" | "name">;
}

function appendedOf(rows: readonly AppendedRow[], courseId: string): Appended {
  const row = rows.find(({ course_id }) => course_id === courseId);
  if (row === undefined) throw new Error("bug: a course to which records were added has no state");
  const { unit_id: unitId, unit_name: name } = row;
  return { lastSeq: Number(row.last_seq), unit: { unitId, name: name ?? unitId } };
}

/** Adds the records and keeps the states. AppError `record-conflict` if an id is in use. */
export async function appendRecords(
  client: pg.ClientBase,
  { courseId, records, states, mark, numbers }: Addition,
  { recordedBy, entered, fromFact }: Entry,
): Promise<Appended> {
  try {
    const how = [recordedBy, entered, fromFact ?? null];
    const rows = JSON.stringify(records.map(rowOf));
    const values = [rows, courseId, ...how, stateRows(states, mark), numbers ?? null];
    tellWhenKept(client, states);
    const query = { name: "append-records", text: APPEND, values };
    return appendedOf((await client.query<AppendedRow>(query)).rows, courseId);
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
