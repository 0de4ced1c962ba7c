// Knows how the enterprise's decisions on who may do what are kept and read: persons, machines, their roles.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Role } from "../access/actor.ts";
import { inTransaction } from "./transaction.ts";

/** A person or machine, as the enterprise knows it. */
export interface KnownActor {
  readonly actorId: string;
  readonly kind: "person" | "machine";
  readonly name: string;
  readonly hpr: string | null;
  readonly patientId: string | null;
}

/** How an issuer of logins names somebody. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface RoleGrant {
  readonly grantId: string;
  readonly role: Role;
  readonly organisation: string;
  readonly unitIds: readonly string[];
}

/** A role to be given; from an instant, until before another. */
export interface NewGrant extends Omit<RoleGrant, "grantId"> {
  readonly actorId: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly recordedBy: string;
}

const ACTOR = `a.actor_id AS "actorId", a.kind, a.name, a.hpr, a.patient_id AS "patientId"`;
const GRANT = `g.grant_id AS "grantId", g.role, g.organisation, g.unit_ids AS "unitIds"`;

/** SQL that is true of a grant `g` that holds at the instant of the parameter. */
export const holdsAt = (instant: string): string => `
  g.valid_from <= ${instant} AND g.valid_to > ${instant}
  AND NOT EXISTS (SELECT FROM rettvei.role_grant_end e WHERE e.grant_id = g.grant_id AND e.ended_at <= ${instant})`;

const READ_ACTOR = `
  SELECT ${ACTOR} FROM rettvei.actor_identity i JOIN rettvei.actor a USING (actor_id)
  WHERE i.issuer = $1 AND i.subject = $2`;

const READ_GRANTS = `
  SELECT ${GRANT} FROM rettvei.role_grant g WHERE g.actor_id = $1 AND ${holdsAt("$2")}
  ORDER BY g.valid_from, g.grant_id`;

export { ACTOR as ACTOR_COLUMNS, GRANT as GRANT_COLUMNS };

/** Who the issuer means; undefined if the enterprise has not said. */
export async function readActor(
  pool: pg.Pool,
  { issuer, subject }: Identity,
): Promise<KnownActor | undefined> {
  const query = { name: "read-actor", text: READ_ACTOR, values: [issuer, subject] };
  return (await pool.query<KnownActor>(query)).rows[0];
}

/** The roles that somebody holds at an instant, the oldest first. */
export async function readGrants(
  pool: pg.Pool,
  actorId: string,
  at: Date,
): Promise<readonly RoleGrant[]> {
  const query = { name: "read-grants", text: READ_GRANTS, values: [actorId, at] };
  return (await pool.query<RoleGrant>(query)).rows;
}

/** A role that somebody holds. */
export interface GivenRole extends RoleGrant {
  readonly name: string;
  readonly kind: KnownActor["kind"];
  readonly validTo: Date;
  readonly recordedBy: string;
}

const READ_ALL = `
  SELECT a.name, a.kind, ${GRANT}, g.valid_to AS "validTo", g.recorded_by AS "recordedBy"
  FROM rettvei.role_grant g JOIN rettvei.actor a USING (actor_id)
  WHERE ${holdsAt("$1")} ORDER BY a.name COLLATE "C", g.role, g.grant_id`;

/** All roles that are held at an instant, by name. */
export async function readAllGrants(pool: pg.Pool, at: Date): Promise<readonly GivenRole[]> {
  return (await pool.query<GivenRole>(READ_ALL, [at])).rows;
}

const KEEP_ACTORS = `
  INSERT INTO rettvei.actor (actor_id, kind, name, hpr, patient_id, recorded_at)
  SELECT "actorId", kind, name, hpr, "patientId", $2
  FROM jsonb_to_recordset($1) AS r("actorId" text, kind text, name text, hpr text, "patientId" text)
  ON CONFLICT (actor_id) DO NOTHING`;

const KEEP_IDENTITIES = `
  INSERT INTO rettvei.actor_identity (issuer, subject, actor_id, recorded_at)
  SELECT issuer, subject, "actorId", $2
  FROM jsonb_to_recordset($1) AS r(issuer text, subject text, "actorId" text)
  ON CONFLICT (issuer, subject) DO NOTHING`;

const GIVE = `
  INSERT INTO rettvei.role_grant
    (grant_id, actor_id, role, organisation, unit_ids, valid_from, valid_to, recorded_at, recorded_by)
  SELECT r."grantId", r."actorId", r.role, r.organisation, r."unitIds", r."validFrom", r."validTo", $2, r."recordedBy"
  FROM jsonb_to_recordset($1) AS r("grantId" text, "actorId" text, role text, organisation text, "unitIds" text[],
                                   "validFrom" timestamptz, "validTo" timestamptz, "recordedBy" text)
  WHERE NOT EXISTS (
    SELECT FROM rettvei.role_grant g
    WHERE g.actor_id = r."actorId" AND g.role = r.role AND g.organisation = r.organisation
      AND g.unit_ids = r."unitIds" AND ${holdsAt('r."validFrom"')})`;

/** Somebody, how issuers name them, and the roles they get. */
export interface NewActor {
  readonly actor: KnownActor;
  readonly identities: readonly Identity[];
  readonly grants: readonly Omit<NewGrant, "actorId">[];
}

/** Keeps persons and machines and gives them roles; who is known, and a role that is already held, is left as it is. */
export async function keepActors(
  pool: pg.Pool,
  actors: readonly NewActor[],
  now: Date,
): Promise<void> {
  const identities = actors.flatMap(({ actor, identities }) =>
    identities.map((identity) => ({ ...identity, actorId: actor.actorId })),
  );
  const grants = actors.flatMap(({ actor, grants }) =>
    grants.map((grant) => ({ ...grant, actorId: actor.actorId, grantId: randomUUID() })),
  );
  await inTransaction(pool, async (client) => {
    await client.query(KEEP_ACTORS, [JSON.stringify(actors.map(({ actor }) => actor)), now]);
    await client.query(KEEP_IDENTITIES, [JSON.stringify(identities), now]);
    await client.query(GIVE, [JSON.stringify(grants), now]);
  });
}

const END = `
  INSERT INTO rettvei.role_grant_end (grant_id, ended_at, recorded_at, recorded_by) VALUES ($1, $2, $2, $3)
  ON CONFLICT (grant_id) DO NOTHING`;

/** Ends a role now: the next request no longer has it. */
export async function endGrant(
  pool: pg.Pool,
  grantId: string,
  now: Date,
  recordedBy: string,
): Promise<void> {
  await pool.query(END, [grantId, now, recordedBy]);
}

/** Organisations in which somebody holds the role at the instant. */
export async function organisationsWith(
  pool: pg.Pool,
  role: Role,
  at: Date,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ organisation: string }>({
    name: "organisations-with-role",
    text: `SELECT DISTINCT g.organisation FROM rettvei.role_grant g WHERE g.role = $1 AND ${holdsAt("$2")} ORDER BY 1`,
    values: [role, at],
  });
  return rows.map(({ organisation }) => organisation);
}
