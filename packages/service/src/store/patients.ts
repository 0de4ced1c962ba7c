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

/** Several at once, by id. */
export async function readPatients(
  client: pg.ClientBase,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PatientLabel>> {
  const { rows } = await client.query<PatientLabel>({
    name: "read-patients",
    text: `SELECT patient_id AS "patientId", name, birth_year AS "birthYear" FROM rettvei.patient WHERE patient_id = ANY ($1::text[])`,
    values: [patientIds],
  });
  return new Map(rows.map((row) => [row.patientId, row]));
}

/** Makes the patient known, if not yet. */
export async function ensurePatient(client: pg.ClientBase, patientId: string): Promise<void> {
  await client.query(
    "INSERT INTO rettvei.patient (patient_id) VALUES ($1) ON CONFLICT (patient_id) DO NOTHING",
    [patientId],
  );
}

/** Whether there is such a patient. */
export async function isKnownPatient(client: pg.ClientBase, patientId: string): Promise<boolean> {
  const text = "SELECT 1 FROM rettvei.patient WHERE patient_id = $1";
  const { rowCount } = await client.query({ name: "is-known-patient", text, values: [patientId] });
  return rowCount === 1;
}
