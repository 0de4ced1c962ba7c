// Knows what is kept of a patient beside the courses.
import type pg from "pg";

/** What may be shown of a patient. */
export interface PatientLabel {
  readonly patientId: string;
  readonly name: string | null;
  readonly birthYear: number | null;
}

export async function readPatient(
  client: pg.ClientBase | pg.Pool,
  patientId: string,
): Promise<PatientLabel> {
  const { rows } = await client.query<PatientLabel>({
    name: "read-patient",
    text: `SELECT patient_id AS "patientId", name, birth_year AS "birthYear" FROM rettvei.patient WHERE patient_id = $1`,
    values: [patientId],
  });
  return rows[0] ?? { patientId, name: null, birthYear: null };
}

/** Makes the patient known, if not yet. */
export async function ensurePatient(client: pg.ClientBase, patientId: string): Promise<void> {
  await client.query(
    "INSERT INTO rettvei.patient (patient_id) VALUES ($1) ON CONFLICT (patient_id) DO NOTHING",
    [patientId],
  );
}
