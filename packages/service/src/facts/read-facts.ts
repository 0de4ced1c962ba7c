// Knows how facts are read back, always in the order in which they were told.
import { toInstant } from "@rettvei/definitions";
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { Writer } from "../access/actor.ts";
import type { Fact } from "./fact.ts";

export const FACT_COLUMNS = `seq, fact_id, kind, matter_id, patient_id, course_id, unit_id, happened_on::text,
  recorded_at, recorded_by, recorded_as, body`;

/** A row of the table. */
export interface FactRow {
  readonly seq: string;
  readonly fact_id: string;
  readonly kind: string;
  readonly matter_id: string;
  readonly patient_id: string | null;
  readonly course_id: string | null;
  readonly unit_id: string | null;
  readonly happened_on: CalendarDate;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly recorded_as: Writer["role"];
  readonly body: unknown;
}

export function factOf(row: FactRow): Fact {
  return {
    seq: Number(row.seq),
    factId: row.fact_id,
    kind: row.kind,
    matterId: row.matter_id,
    patientId: row.patient_id,
    courseId: row.course_id,
    unitId: row.unit_id,
    happenedOn: row.happened_on,
    recordedAt: toInstant(row.recorded_at.getTime()),
    recordedBy: row.recorded_by,
    recordedAs: row.recorded_as,
    body: row.body,
  };
}

async function read(
  client: pg.ClientBase | pg.Pool,
  query: pg.QueryConfig,
): Promise<readonly Fact[]> {
  const { rows } = await client.query<FactRow>(query);
  return rows.map(factOf);
}

/** All facts of one thing. */
export function factsOfMatter(
  client: pg.ClientBase | pg.Pool,
  matterId: string,
): Promise<readonly Fact[]> {
  const text = `SELECT ${FACT_COLUMNS} FROM rettvei.fact WHERE matter_id = $1 ORDER BY seq`;
  return read(client, { name: "facts-of-matter", text, values: [matterId] });
}

/** All facts of several things. */
export function factsOfMatters(
  client: pg.ClientBase | pg.Pool,
  matterIds: readonly string[],
): Promise<readonly Fact[]> {
  const text = `SELECT ${FACT_COLUMNS} FROM rettvei.fact WHERE matter_id = ANY ($1::text[]) ORDER BY seq`;
  return read(client, { name: "facts-of-matters", text, values: [matterIds] });
}

/** All facts of a course. */
export function factsOfCourse(
  client: pg.ClientBase | pg.Pool,
  courseId: string,
): Promise<readonly Fact[]> {
  const text = `SELECT ${FACT_COLUMNS} FROM rettvei.fact WHERE course_id = $1 ORDER BY seq`;
  return read(client, { name: "facts-of-course", text, values: [courseId] });
}

/** All facts of a patient, of any course or none. */
export function factsOfPatient(
  client: pg.ClientBase | pg.Pool,
  patientId: string,
): Promise<readonly Fact[]> {
  const text = `SELECT ${FACT_COLUMNS} FROM rettvei.fact WHERE patient_id = $1 ORDER BY seq`;
  return read(client, { name: "facts-of-patient", text, values: [patientId] });
}

/** Facts of one kind of several courses. */
export function factsOfCourses(
  client: pg.ClientBase | pg.Pool,
  courseIds: readonly string[],
  kind: string,
): Promise<readonly Fact[]> {
  const text = `SELECT ${FACT_COLUMNS} FROM rettvei.fact WHERE course_id = ANY ($1::text[]) AND kind = $2 ORDER BY seq`;
  return read(client, { name: "facts-of-courses", text, values: [courseIds, kind] });
}
