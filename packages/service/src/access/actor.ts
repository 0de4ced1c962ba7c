// Knows who asks: a person in one role, or a machine, as the enterprise has decided and not as a token claims.

export const ROLES = [
  "practitioner",
  "coordinator",
  "leader",
  "regional-analyst",
  "national-analyst",
  "patient",
  "relative",
  "referrer",
  "municipality",
  "editor",
  "log-controller",
  "operator",
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, for one request. One role at a time: rights of several roles are never added up. */
export interface Actor {
  /** Id of the person or the machine client here; says nothing about who it is, and is never a person number. */
  readonly actorId: string;
  readonly kind: "person" | "machine";
  /** As the patient's own log shows it. */
  readonly name: string;
  readonly role: Role;
  /** The legal entity: organisation number, or the id of a trust or municipality. */
  readonly organisation: string;
  /** Units at which the role is held; the first is the point of care that the audit names. */
  readonly unitIds: readonly string[];
  /** Number in the register of health personnel. */
  readonly hpr: string | null;
  /** Whose course it is, for the role patient. */
  readonly patientId: string | null;
  /** Instant at which the person proved who they are; not known of a machine. */
  readonly loggedInAt?: string;
}

/** Who writes something: somebody who asks, or the service itself in a job, which can ask for nothing. */
export type Writer = Omit<Actor, "role"> & { readonly role: Role | "service" };

/** The service itself, at work on what somebody has told it to do. */
export const SERVICE: Writer = {
  actorId: "service",
  kind: "machine",
  name: "Rettvei",
  role: "service",
  organisation: "-",
  unitIds: [],
  hpr: null,
  patientId: null,
};
