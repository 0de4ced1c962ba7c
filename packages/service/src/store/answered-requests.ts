// Knows how answers are kept by the key of their request, and for how long.
import type pg from "pg";
import { AppError } from "../app-error.ts";

/** A request that writes: its key, and a hash of what it asks for. */
export interface KeyedRequest {
  readonly key: string;
  readonly hash: string;
}

export interface KeptAnswer {
  readonly status: number;
  /** Of the course that it shows. */
  readonly version: number;
  /** As it is sent, letter by letter. */
  readonly bytes: Buffer;
}

/** What is known of a request that was answered before. */
export interface EarlierRequest {
  readonly hash: string;
  readonly answer: KeptAnswer;
}

const KEPT_DAYS = 30;

// Waits while another transaction holds the key: that one commits, and the key is taken, or it does not, and it is free.
const CLAIM = `
  INSERT INTO rettvei.answered_request (key, request_hash, answered_at) VALUES ($1, $2, $3)
  ON CONFLICT (key) DO NOTHING`;

const READ =
  "SELECT request_hash AS hash, status, version, answer FROM rettvei.answered_request WHERE key = $1";

const COMPLETE =
  "UPDATE rettvei.answered_request SET status = $2, version = $3, answer = $4 WHERE key = $1";

interface Row {
  readonly hash: string;
  readonly status: number;
  readonly version: string;
  readonly answer: string;
}

function keyOfAnother(): AppError {
  return new AppError(
    "key-reused",
    "Idempotency-Key: expected a new key for a new request, got that of another request",
  );
}

/** Takes the key for this transaction; false if it is taken. */
export async function claimKey(
  client: pg.ClientBase,
  { key, hash }: KeyedRequest,
  now: Date,
): Promise<boolean> {
  const values = [key, hash, now];
  const { rowCount } = await client.query({ name: "claim-key", text: CLAIM, values });
  return rowCount === 1;
}

/**
 * What was answered under a key that was taken; undefined if it has become free meanwhile and is taken now. AppError
 * `key-reused` if somebody else has it: what they were answered is not to be seen.
 */
export async function earlierRequest(
  client: pg.ClientBase,
  request: KeyedRequest,
  now: Date,
  tries = 2,
): Promise<EarlierRequest | undefined> {
  if (tries === 0) throw keyOfAnother();
  const query = { name: "read-answer", text: READ, values: [request.key] };
  const [row] = (await client.query<Row>(query)).rows;
  if (row !== undefined) {
    const { hash, status, version, answer } = row;
    return { hash, answer: { status, version: Number(version), bytes: Buffer.from(answer) } };
  }
  // Somebody else's, or thrown away for its age at this very moment, and then free again.
  if (await claimKey(client, request, now)) return undefined;
  return earlierRequest(client, request, now, tries - 1);
}

/** Keeps the answer under the key that this transaction has taken. */
export async function keepAnswer(
  client: pg.ClientBase,
  key: string,
  { status, version, bytes }: KeptAnswer,
): Promise<void> {
  const values = [key, status, version, bytes];
  await client.query({ name: "keep-answer", text: COMPLETE, values });
}

/** Throws away what was answered more than `KEPT_DAYS` days ago. */
export async function forgetOldAnswers(pool: pg.Pool, now: Date): Promise<void> {
  await pool.query(
    "DELETE FROM rettvei.answered_request WHERE answered_at < $1::timestamptz - make_interval(days => $2)",
    [now, KEPT_DAYS],
  );
}
