// Knows what a request is about, as access is decided for it and the audit names it.
import type pg from "pg";

/** What a route says that it is about; the most particular is enough. */
export interface TargetOf {
  readonly courseId?: string;
  readonly matterId?: string;
  readonly patientId?: string;
  readonly unitId?: string;
}

export interface Target {
  readonly courseId: string | null;
  readonly matterId: string | null;
  readonly patientId: string | null;
  readonly unitId: string | null;
}

interface Row {
  readonly course_id: string | null;
  readonly patient_id: string | null;
  readonly unit_id: string | null;
}

async function find(client: pg.ClientBase, query: pg.QueryConfig): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(query);
  return rows[0];
}

const OF_COURSE = `SELECT course_id, patient_id, NULL AS unit_id FROM rettvei.course WHERE course_id = $1`;
const OF_MATTER = `SELECT course_id, patient_id, unit_id FROM rettvei.matter WHERE matter_id = $1`;
const OF_PATIENT = `SELECT NULL AS course_id, patient_id, NULL AS unit_id FROM rettvei.patient WHERE patient_id = $1`;

/** Whom and what the request is about; undefined if there is no such thing. */
export async function targetOf(
  client: pg.ClientBase,
  { courseId, matterId, patientId, unitId }: TargetOf,
): Promise<Target | undefined> {
  const query =
    matterId !== undefined
      ? { name: "target-of-matter", text: OF_MATTER, values: [matterId] }
      : courseId !== undefined
        ? { name: "target-of-course", text: OF_COURSE, values: [courseId] }
        : patientId === undefined
          ? undefined
          : { name: "target-of-patient", text: OF_PATIENT, values: [patientId] };
  const nothing = { courseId: null, matterId: null, patientId: null, unitId: unitId ?? null };
  if (query === undefined) return nothing;
  const row = await find(client, query);
  if (row === undefined) return undefined;
  return {
    courseId: row.course_id,
    matterId: matterId ?? null,
    patientId: row.patient_id,
    unitId: row.unit_id ?? unitId ?? null,
  };
}

/** Whose thing it is; for routes that are about a course or a matter of one. */
export function patientIn({ patientId }: Target): string {
  if (patientId === null) throw new Error("bug: a target without a patient");
  return patientId;
}
