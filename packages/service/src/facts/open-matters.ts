// Knows what waits: the open matters of a unit or a person, those due first.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { TASK_TYPES, type TaskType } from "./task-types.ts";

export interface OpenMatter {
  readonly matterId: string;
  readonly type: TaskType;
  readonly state: string;
  readonly patientId: string | null;
  readonly courseId: string | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly dueOn: CalendarDate;
}

const COLUMNS = `matter_id AS "matterId", type, state, patient_id AS "patientId", course_id AS "courseId",
  unit_id AS "unitId", person_id AS "personId", to_char(due_on, 'YYYY-MM-DD') AS "dueOn"`;

// What has no due date is not something to be done. Nor is what only holds until its date.
const TYPES = TASK_TYPES.map((type) => `'${type}'`).join(", ");
const TO_DO = `open AND due_on IS NOT NULL AND type IN (${TYPES})`;

const OF_UNIT = `
  SELECT ${COLUMNS} FROM rettvei.matter
  WHERE unit_id = $1 AND ${TO_DO} AND ($2::text IS NULL OR type = $2)
  ORDER BY due_on, matter_id LIMIT $3`;

const OF_PERSON = `
  SELECT ${COLUMNS} FROM rettvei.matter
  WHERE person_id = $1 AND ${TO_DO} ORDER BY due_on, matter_id LIMIT $2`;

/** Of one type, or of all where none is named. */
export async function openMattersOfUnit(
  client: pg.ClientBase,
  unitId: string,
  type: string | null,
  limit: number,
): Promise<readonly OpenMatter[]> {
  const query = { name: "open-matters-of-unit", text: OF_UNIT, values: [unitId, type, limit] };
  return (await client.query<OpenMatter>(query)).rows;
}

/** Of all types. */
export async function openMattersOfPerson(
  client: pg.ClientBase,
  personId: string,
  limit: number,
): Promise<readonly OpenMatter[]> {
  const query = { name: "open-matters-of-person", text: OF_PERSON, values: [personId, limit] };
  return (await client.query<OpenMatter>(query)).rows;
}

const OF_NOBODY = `
  SELECT matter_id FROM rettvei.matter
  WHERE patient_id IS NULL AND type = $1 AND open AND ($2::date IS NULL OR due_on <= $2)
  ORDER BY due_on, matter_id`;

/** Ids of the open matters of a type that concern no patient; where a day is named, those due by then. */
export async function mattersOfNobody(
  client: pg.ClientBase,
  type: string,
  dueBy: CalendarDate | null,
): Promise<readonly string[]> {
  const query = { name: "matters-of-nobody", text: OF_NOBODY, values: [type, dueBy] };
  const { rows } = await client.query<{ matter_id: string }>(query);
  return rows.map((row) => row.matter_id);
}
