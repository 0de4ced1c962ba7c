// Knows the persona of a patient of the synthetic population.
import { type Persona, ROLE_TITLES } from "./persona.ts";

export interface SyntheticPatient {
  readonly patientId: string;
  readonly name: string;
  readonly personNumber: string;
  /** Unit of the patient's running course. */
  readonly unitId: string;
  /** In years, where the page is to tell it. */
  readonly age?: number;
}

/** Whoever is a patient stands for themselves and for no organisation. */
const NO_ORGANISATION = "-";

export function patientPersona(patient: SyntheticPatient): Persona {
  const { patientId, name, personNumber, unitId, age } = patient;
  const roles = [{ role: "patient", organisation: NO_ORGANISATION, unitIds: [] } as const];
  const title = age === undefined ? ROLE_TITLES.patient : `${ROLE_TITLES.patient}, ${age} år`;
  const subject = `patient-${patientId}`;
  // Whoever is looked for by age is not to be looked for unit by unit.
  const place = age === undefined ? unitId : null;
  return { subject, name, personNumber, hpr: null, title, roles, patientId, unitId: place };
}
