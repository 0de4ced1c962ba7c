// Knows how sessions of browsers are kept: by the hash of what the browser holds, with the one role they are for.
import type pg from "pg";
import {
  ACTOR_COLUMNS,
  GRANT_COLUMNS,
  holdsAt,
  type KnownActor,
  type RoleGrant,
} from "./role-grants.ts";

export interface NewSession {
  readonly hash: Buffer;
  readonly loginId: string;
  readonly actorId: string;
  readonly grantId: string | null;
  readonly authTime: Date;
  readonly createdAt: Date;
  readonly endsAt: Date;
}

export interface Session {
  readonly loginId: string;
  readonly actor: KnownActor;
  /** The role that is held and still given; undefined before it is chosen, or if it was ended. */
  readonly grant: RoleGrant | undefined;
  readonly authTime: Date;
  readonly lastUsedAt: Date;
  readonly endsAt: Date;
}

const READ = `
  SELECT s.login_id AS "loginId", s.auth_time AS "authTime", s.last_used_at AS "lastUsedAt", s.ends_at AS "endsAt",
         ${ACTOR_COLUMNS}, ${GRANT_COLUMNS}
  FROM rettvei.session s JOIN rettvei.actor a USING (actor_id)
  LEFT JOIN rettvei.role_grant g ON g.grant_id = s.grant_id AND ${holdsAt("$2")}
  WHERE s.session_hash = $1 AND s.ended_at IS NULL AND s.ends_at > $2`;

type Row = Omit<Session, "actor" | "grant"> &
  KnownActor &
  (RoleGrant | { readonly [Key in keyof RoleGrant]: null });

/** The session that is not ended and whose time is not out; how long it was idle is the reader's to judge. */
export async function readSession(
  pool: pg.Pool,
  hash: Buffer,
  at: Date,
): Promise<Session | undefined> {
  const query = { name: "read-session", text: READ, values: [hash, at] };
  const [row] = (await pool.query<Row>(query)).rows;
  if (row === undefined) return undefined;
  const { loginId, authTime, lastUsedAt, endsAt, grantId, role, organisation, unitIds } = row;
  const { actorId, kind, name, hpr, patientId } = row;
  return {
    loginId,
    authTime,
    lastUsedAt,
    endsAt,
    actor: { actorId, kind, name, hpr, patientId },
    grant: grantId === null ? undefined : { grantId, role, organisation, unitIds },
  };
}

const KEEP = `
  INSERT INTO rettvei.session
    (session_hash, login_id, actor_id, grant_id, auth_time, created_at, last_used_at, ends_at)
  VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`;

export async function keepSession(client: pg.ClientBase, session: NewSession): Promise<void> {
  const { hash, loginId, actorId, grantId, authTime, createdAt, endsAt } = session;
  await client.query(KEEP, [hash, loginId, actorId, grantId, authTime, createdAt, endsAt]);
}

const USE = "UPDATE rettvei.session SET last_used_at = $2 WHERE session_hash = $1";
const END =
  "UPDATE rettvei.session SET ended_at = $2 WHERE session_hash = $1 AND ended_at IS NULL RETURNING 1";
const FORGET = "DELETE FROM rettvei.session WHERE ends_at < $1::timestamptz - interval '30 days'";

export async function useSession(pool: pg.Pool, hash: Buffer, now: Date): Promise<void> {
  await pool.query({ name: "use-session", text: USE, values: [hash, now] });
}

/** Ends a session; answers whether it was running. */
export async function endSession(
  client: pg.Pool | pg.ClientBase,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  return (await client.query(END, [hash, now])).rowCount === 1;
}

/** Throws away sessions that ended long ago. */
export async function forgetOldSessions(pool: pg.Pool, now: Date): Promise<void> {
  await pool.query(FORGET, [now]);
}
