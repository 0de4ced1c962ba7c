// Knows transactions, and how writers of one patient's courses take turns.
import type pg from "pg";
import { inOneGo } from "./in-one-go.ts";
import { transactionEnded } from "./on-commit.ts";

/** What is done in a transaction, and how it begins and ends. */
interface Whole<Client extends pg.ClientBase, T> {
  readonly begin: string;
  readonly work: (client: Client) => Promise<T>;
  /** The last that is written, sent together with the end. */
  readonly last: (client: Client, result: T) => Promise<unknown>;
}

type Broken = (cause: Error) => void;

const nobodyHears: Broken = () => undefined;

async function wholeOn<Client extends pg.ClientBase, T>(
  client: Client,
  { begin, work, last }: Whole<Client, T>,
  broken: Broken,
): Promise<T> {
  try {
    const [, result] = await inOneGo<[unknown, T]>(
      client,
      () => client.query(begin),
      () => work(client),
    );
    const [, { command }] = await inOneGo<[unknown, pg.QueryResult]>(
      client,
      () => last(client, result),
      () => client.query("COMMIT"),
    );
    // The database rolls back what has failed before, and says so without calling it an error.
    if (command !== "COMMIT") throw new Error("transaction: expected to be committed, was not");
    transactionEnded(client, true);
    return result;
  } catch (cause) {
    transactionEnded(client, false);
    await client.query("ROLLBACK").catch(broken);
    throw cause;
  }
}

const nothingMore = async (): Promise<void> => undefined;

/** Runs the work in one transaction of the connection; `broken` hears if not even its end could be told. */
export function transactionOn<Client extends pg.ClientBase, T>(
  client: Client,
  work: (client: Client) => Promise<T>,
  broken: Broken = nobodyHears,
): Promise<T> {
  return wholeOn(client, { begin: "BEGIN", work, last: nothingMore }, broken);
}

/** Runs all of it in one transaction of a connection of the pool: all is kept, durably, or nothing. */
export async function inWholeTransaction<T>(
  pool: pg.Pool,
  whole: Whole<pg.PoolClient, T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await wholeOn(client, whole, (cause) => {
      broken = cause;
    });
  } finally {
    client.release(broken);
  }
}

/** The same of work that begins and ends like any other. */
export function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inWholeTransaction(pool, { begin: "BEGIN", work, last: nothingMore });
}

/** The lock of a patient's courses; `id` is SQL. */
export function lockKey(id: string): string {
  return `hashtextextended('rettvei patient ' || ${id}, 0)`;
}

// Locks are taken in one order, so that two who want several never wait for each other.
const LOCK_PATIENTS = `
  SELECT pg_advisory_xact_lock(key)
  FROM (SELECT DISTINCT ${lockKey("id")} AS key FROM unnest($1::text[]) id ORDER BY 1) keys`;

/** Until the transaction ends nobody else judges or adds to these patients' courses. */
export async function lockPatients(
  client: pg.ClientBase,
  patientIds: readonly string[],
): Promise<void> {
  await client.query({ name: "lock-patients", text: LOCK_PATIENTS, values: [patientIds] });
}
