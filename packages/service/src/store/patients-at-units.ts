// Knows a few patients of each unit, for trying the service out with people who do not exist.
import { type Store, today } from "./store.ts";

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

export interface PatientOfAge extends PatientAtUnit {
  readonly age: number;
}

const READ_OF_AGES = `
  SELECT DISTINCT ON (age) patient_id AS "patientId", name, person_number AS "personNumber", unit_id AS "unitId", age
  FROM (
    SELECT s.patient_id, s.unit_id, p.name, p.person_number,
           rettvei.age_on($2::date, coalesce(p.birth_date, rettvei.birth_date_in(p.person_number))) AS age
    FROM rettvei.course_state s JOIN rettvei.patient p USING (patient_id)
    WHERE s.running AND p.name IS NOT NULL AND p.person_number IS NOT NULL
  ) patients
  WHERE age = ANY ($1::int[]) ORDER BY age, patient_id`;

/** One patient with a running course of each age that anybody has, in years today. */
export async function patientsOfAges(
  store: Store,
  ages: readonly number[],
): Promise<readonly PatientOfAge[]> {
  const { rows } = await store.database.pool.query<PatientOfAge>(READ_OF_AGES, [
    ages,
    today(store),
  ]);
  return rows;
}

const READ_AT = `
  SELECT DISTINCT ON (patient_id) patient_id AS "patientId", name, person_number AS "personNumber", s.unit_id AS "unitId",
         rettvei.age_on($2::date, coalesce(p.birth_date, rettvei.birth_date_in(p.person_number))) AS age
  FROM rettvei.course_state s JOIN rettvei.patient p USING (patient_id)
  WHERE s.unit_id = ANY ($1::text[]) AND p.name IS NOT NULL AND p.person_number IS NOT NULL
  ORDER BY patient_id, s.running DESC`;

/** All patients with a course at one of the units, running or ended, with their age today. */
export async function patientsAt(
  store: Store,
  unitIds: readonly string[],
): Promise<readonly PatientOfAge[]> {
  return (await store.database.pool.query<PatientOfAge>(READ_AT, [unitIds, today(store)])).rows;
}
