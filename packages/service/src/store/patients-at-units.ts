// Knows a few patients of each unit, for trying the service out with people who do not exist.
import type { Store } from "./store.ts";

export interface PatientAtUnit {
  readonly patientId: string;
  readonly name: string;
  readonly personNumber: string;
  readonly unitId: string;
}

const READ = `
  SELECT patient_id AS "patientId", name, person_number AS "personNumber", unit_id AS "unitId"
  FROM (
    SELECT DISTINCT ON (s.patient_id) s.patient_id, s.unit_id, p.name, p.person_number,
           dense_rank() OVER (PARTITION BY s.unit_id ORDER BY s.patient_id) AS place
    FROM rettvei.course_state s JOIN rettvei.patient p USING (patient_id)
    WHERE s.running AND p.name IS NOT NULL AND p.person_number IS NOT NULL
    ORDER BY s.patient_id, s.unit_id
  ) patients
  WHERE place <= $1 ORDER BY unit_id, patient_id`;

/** The first patients with a running course at each unit. */
export async function patientsAtUnits(
  { database }: Store,
  perUnit: number,
): Promise<readonly PatientAtUnit[]> {
  return (await database.pool.query<PatientAtUnit>(READ, [perUnit])).rows;
}
