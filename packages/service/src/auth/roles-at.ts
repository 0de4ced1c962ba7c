// Knows how roles are given, listed and ended from outside the service, also while it runs.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { ROLES, type Role } from "../access/actor.ts";
import { AppError } from "../app-error.ts";
import { type Place, withDatabase } from "../kept/reach-database.ts";
import {
  endGrant,
  type GivenRole,
  type Identity,
  keepActors,
  readActor,
  readAllGrants,
} from "../store/role-grants.ts";

const LONGEST_MS = 2 * 366 * 86_400_000;

/** A role to be given to somebody whom an issuer of logins names. */
export interface RoleToGive {
  readonly identity: Identity;
  readonly kind: "person" | "machine";
  readonly name: string;
  readonly hpr: string | null;
  readonly patientId: string | null;
  readonly role: string;
  readonly organisation: string;
  readonly unitIds: readonly string[];
  readonly validTo: Date;
  /** Who gives it, as it will be told. */
  readonly recordedBy: string;
}

function withPool<T>(place: Place, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  return withDatabase(place, async (address) => {
    const connection = "url" in address ? { connectionString: address.url } : address;
    const pool = new pg.Pool({ ...connection, max: 1 });
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  });
}

function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

function refuse(message: string): never {
  throw new AppError("bad-input", message);
}

function checkedRole({ role, validTo, patientId }: RoleToGive, now: Date): Role {
  if (!isRole(role)) return refuse(`role: expected one of ${ROLES.join(", ")}, got "${role}"`);
  const lasts = validTo.getTime() - now.getTime();
  if (!(lasts > 0 && lasts <= LONGEST_MS)) {
    refuse("end of the role: expected a day to come, within two years");
  }
  if ((role === "patient") !== (patientId !== null)) {
    refuse("patient: expected an id with the role patient, and with no other");
  }
  return role;
}

/** Gives the role from now on; one that is held already is left as it is. Throws AppError for what cannot be given. */
export function giveRoleAt(place: Place, asked: RoleToGive, now: Date): Promise<void> {
  const { identity, kind, name, hpr, patientId } = asked;
  const { organisation, unitIds, validTo, recordedBy } = asked;
  const role = checkedRole(asked, now);
  return withPool(place, async (pool) => {
    const known = await readActor(pool, identity);
    if (known !== undefined && (known.kind !== kind || known.patientId !== patientId)) {
      refuse("subject: expected somebody new, or as they are known; got another");
    }
    const actor = known ?? { actorId: randomUUID(), kind, name, hpr, patientId };
    const grant = { role, organisation, unitIds, validFrom: now, validTo, recordedBy };
    await keepActors(pool, [{ actor, identities: [identity], grants: [grant] }], now);
  });
}

/** Everybody who holds a role now. */
export function rolesAt(place: Place, now: Date): Promise<readonly GivenRole[]> {
  return withPool(place, (pool) => readAllGrants(pool, now));
}

/** Ends a role now. Throws AppError where nobody holds it. */
export function endRoleAt(
  place: Place,
  grantId: string,
  now: Date,
  recordedBy: string,
): Promise<void> {
  return withPool(place, async (pool) => {
    const held = await readAllGrants(pool, now);
    if (!held.some((grant) => grant.grantId === grantId)) {
      refuse("role: expected the id of one that is held, got another");
    }
    await endGrant(pool, grantId, now, recordedBy);
  });
}
