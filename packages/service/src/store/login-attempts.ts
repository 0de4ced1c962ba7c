// Knows how logins under way are kept between the redirect to the issuer and the way back: each taken once.
import type pg from "pg";

export interface LoginAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person was going. */
  readonly returnTo: string;
  readonly begunAt: Date;
}

const MINUTES = 10;

const FORGET = `DELETE FROM rettvei.login_attempt WHERE begun_at < $1::timestamptz - interval '${MINUTES} minutes'`;
const KEEP = `
  INSERT INTO rettvei.login_attempt (attempt_hash, state, nonce, verifier, return_to, begun_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;
const TAKE = `
  DELETE FROM rettvei.login_attempt WHERE attempt_hash = $1
  RETURNING state, nonce, verifier, return_to AS "returnTo", begun_at AS "begunAt"`;

export async function keepAttempt(
  pool: pg.Pool,
  hash: Buffer,
  { state, nonce, verifier, returnTo, begunAt }: LoginAttempt,
): Promise<void> {
  await pool.query(FORGET, [begunAt]);
  await pool.query(KEEP, [hash, state, nonce, verifier, returnTo, begunAt]);
}

/** The attempt, which is gone then; undefined if there is none, or if it took too long. */
export async function takeAttempt(
  pool: pg.Pool,
  hash: Buffer,
  now: Date,
): Promise<LoginAttempt | undefined> {
  const [attempt] = (await pool.query<LoginAttempt>(TAKE, [hash])).rows;
  const oldest = now.getTime() - MINUTES * 60_000;
  return attempt !== undefined && attempt.begunAt.getTime() >= oldest ? attempt : undefined;
}
