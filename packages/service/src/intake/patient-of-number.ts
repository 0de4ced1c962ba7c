// Knows how a patient who is new here is made known by a person number.

import { randomUUID } from "node:crypto";
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import { lockPatients } from "../store/transaction.ts";

export interface NumberedPatient {
  readonly personNumber: string;
  readonly name: string;
  readonly birthYear: number | null;
}

const FIND = `SELECT patient_id FROM rettvei.patient WHERE person_number = $1 ORDER BY patient_id LIMIT 1`;
const ADD = `INSERT INTO rettvei.patient (patient_id, name, birth_year, person_number) VALUES ($1, $2, $3, $4)`;

/** Id of the patient with the number; a new one if there is none. What is known of a patient is not written over. */
export function patientOfNumber(client: pg.ClientBase, patient: NumberedPatient): Promise<string> {
  return asSystem(client, () => findOrAdd(client, patient));
}

async function findOrAdd(
  client: pg.ClientBase,
  { personNumber, name, birthYear }: NumberedPatient,
): Promise<string> {
  await lockPatients(client, [`number ${personNumber}`]);
  const query = { name: "patient-of-number", text: FIND, values: [personNumber] };
  const { rows } = await client.query<{ patient_id: string }>(query);
  const [found] = rows;
  if (found !== undefined) return found.patient_id;
  const patientId = randomUUID();
  await client.query(ADD, [patientId, name, birthYear, personNumber]);
  return patientId;
}
