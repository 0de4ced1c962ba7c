// Knows the one place where a request is worked on without the limits of whoever asks.
import type pg from "pg";
import { SERVICE_ROLE, SYSTEM_ROLE } from "../store/roles.ts";
import type { Store } from "../store/store.ts";
import { inTransaction } from "../store/transaction.ts";

/** Connections that act for somebody, and those of them that work as the system at the moment. */
const acting = new WeakSet<object>();
const unlimited = new WeakSet<object>();

/** Does a request's work in one transaction. It begins by deciding, which is the system's; see `actAs` for the rest. */
export function inRequest<T>(
  { database }: Store,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const whole = async (client: pg.PoolClient): Promise<T> => {
    acting.delete(client);
    unlimited.delete(client);
    await client.query(`SET LOCAL ROLE ${SYSTEM_ROLE}`);
    return work(client);
  };
  return inTransaction(database.requests, whole);
}

/** From here on the connection's transaction sees what whoever asks may see. */
export function actsForSomebody(client: pg.ClientBase): void {
  acting.add(client);
}

/**
 * Does work that needs more than whoever asks may see, and shows nobody what it saw: judging needs all courses of a
 * patient, and where a matter stands follows from all its facts. Whether they may ask is decided before. Not to be
 * used side by side with other work on the same connection. Each module that calls it is named in as-system.test.ts.
 */
export async function asSystem<T>(
  client: pg.ClientBase | pg.Pool,
  work: () => Promise<T>,
): Promise<T> {
  if (!acting.has(client) || unlimited.has(client)) return work();
  await client.query(`SET LOCAL ROLE ${SYSTEM_ROLE}`);
  unlimited.add(client);
  try {
    return await work();
  } finally {
    unlimited.delete(client);
    // In a transaction that has failed there is nothing left to limit.
    await client.query(`SET LOCAL ROLE ${SERVICE_ROLE}`).catch(() => undefined);
  }
}
