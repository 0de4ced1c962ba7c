// Knows transactions, and how writers of one patient's courses take turns.
import type pg from "pg";

/** Runs the work in one transaction of the connection; `broken` hears if not even its end could be told. */
export async function transactionOn<Client extends pg.ClientBase, T>(
  client: Client,
  work: (client: Client) => Promise<T>,
  broken: (cause: Error) => void = () => undefined,
): Promise<T> {
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (cause) {
    await client.query("ROLLBACK").catch(broken);
    throw cause;
  }
}

/** Runs the work in one transaction: all of it is kept, durably, or nothing. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await transactionOn(client, work, (cause) => {
      broken = cause;
    });
  } finally {
    client.release(broken);
  }
}

// Locks are taken in one order, so that two who want several never wait for each other.
const LOCK_PATIENTS = `
  SELECT pg_advisory_xact_lock(key)
  FROM (SELECT DISTINCT hashtextextended('rettvei patient ' || id, 0) AS key FROM unnest($1::text[]) id ORDER BY 1) keys`;

/** Until the transaction ends nobody else judges or adds to these patients' courses. */
export async function lockPatients(
  client: pg.ClientBase,
  patientIds: readonly string[],
): Promise<void> {
  await client.query({ name: "lock-patients", text: LOCK_PATIENTS, values: [patientIds] });
}
