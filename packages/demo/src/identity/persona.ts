// Knows what a persona of the test login is: an invented person, with the roles that the enterprise is to give them.

/** One of the roles of the service, by its id there. */
export type PersonaRole =
  | "practitioner"
  | "coordinator"
  | "leader"
  | "regional-analyst"
  | "national-analyst"
  | "patient"
  | "relative"
  | "referrer"
  | "municipality"
  | "editor"
  | "log-controller"
  | "operator";

export interface HeldRole {
  readonly role: PersonaRole;
  /** Organisation number, or an invented id of one. */
  readonly organisation: string;
  readonly unitIds: readonly string[];
}

/** Nobody of this name and number exists. */
export interface Persona {
  /** What the test login calls the person: `sub`. */
  readonly subject: string;
  readonly name: string;
  /** Synthetic: its month is one that no real number has. */
  readonly personNumber: string;
  /** Invented, and longer than any real one. */
  readonly hpr: string | null;
  /** In words, as the page shows it. */
  readonly title: string;
  readonly roles: readonly HeldRole[];
  /** For a patient: whose courses are theirs. */
  readonly patientId: string | null;
  /** Unit at which the page shows the person; none for those who have none. */
  readonly unitId: string | null;
}

export const ROLE_TITLES: Readonly<Record<PersonaRole, string>> = {
  coordinator: "Forløpskoordinator",
  practitioner: "Behandler",
  leader: "Leder",
  "regional-analyst": "Analytiker i RHF",
  "national-analyst": "Nasjonal analytiker",
  patient: "Pasient",
  relative: "Pårørende",
  referrer: "Henviser (fastlege)",
  municipality: "Kommune",
  editor: "Redaktør i direktoratet",
  "log-controller": "Loggkontrollør",
  operator: "Drift",
};
