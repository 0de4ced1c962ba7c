// Knows the persona of a patient of the synthetic population.
import { type Persona, ROLE_TITLES } from "./persona.ts";

export interface SyntheticPatient {
  readonly patientId: string;
  readonly name: string;
  readonly personNumber: string;
  /** Unit of the patient's running course. */
  readonly unitId: string;
}

/** Whoever is a patient stands for themselves and for no organisation. */
const NO_ORGANISATION = "-";

export function patientPersona(patient: SyntheticPatient): Persona {
  const { patientId, name, personNumber, unitId } = patient;
  const roles = [{ role: "patient", organisation: NO_ORGANISATION, unitIds: [] } as const];
  const title = ROLE_TITLES.patient;
  const subject = `patient-${patientId}`;
  return { subject, name, personNumber, hpr: null, title, roles, patientId, unitId };
}
