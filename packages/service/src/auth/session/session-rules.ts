// Knows how long a session lasts, and which roles may never be held in one login.
import type { Role } from "../../access/actor.ts";

const MINUTE_MS = 60_000;
const PATIENT_IDLE_MINUTES = 10;
const STAFF_IDLE_MINUTES = 15;
export const LONGEST_MS = 10 * 60 * MINUTE_MS;
/** How often it is written down that a session is used; it may seem idle for so much longer than it is. */
export const NOTED_EVERY_MS = 30_000;

const OUR_PATIENTS: readonly (Role | undefined)[] = ["patient", "relative"];

/** Milliseconds that a session may be left unused. Patients use machines that others use too. */
export function idleMs(role: Role | undefined): number {
  const minutes = OUR_PATIENTS.includes(role) ? PATIENT_IDLE_MINUTES : STAFF_IDLE_MINUTES;
  return minutes * MINUTE_MS;
}

/** Who runs the service sees no patients, so that somebody who does both has to log in for each. */
const ALONE: Role = "operator";

export function mayFollow(held: Role | undefined, chosen: Role): boolean {
  return held === undefined || held === chosen || (held !== ALONE && chosen !== ALONE);
}
