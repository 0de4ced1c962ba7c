// Knows the one place where a request is worked on without the limits of whoever asks.
import type pg from "pg";
import { inOneGo, sendsAhead } from "../store/in-one-go.ts";
import { SERVICE_ROLE, SYSTEM_ROLE } from "../store/roles.ts";
import type { Store } from "../store/store.ts";
import { inWholeTransaction } from "../store/transaction.ts";

/** Connections that act for somebody, and those of them that work as the system at the moment. */
const acting = new WeakSet<object>();
const unlimited = new WeakSet<object>();

const BEGIN = `BEGIN; SET LOCAL ROLE ${SYSTEM_ROLE}`;

/**
 * Does a request's work in one transaction. It begins by deciding, which is the system's; see `actAs` for the rest.
 * `last` is written with the end of it.
 */
export function inRequest<T>(
  { database }: Store,
  work: (client: pg.PoolClient) => Promise<T>,
  last: (client: pg.PoolClient, result: T) => Promise<unknown> = async () => undefined,
): Promise<T> {
  const begun = (client: pg.PoolClient): Promise<T> => {
    acting.delete(client);
    unlimited.delete(client);
    return work(client);
  };
  return inWholeTransaction(database.requests, { begin: BEGIN, work: begun, last });
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
  const [, done] = await inOneGo<[unknown, T]>(
    client,
    () => client.query(`SET LOCAL ROLE ${SYSTEM_ROLE}`),
    () => unlimitedly(client, work),
  );
  return done;
}

function sentUnlimitedly<T>(client: pg.ClientBase | pg.Pool, ask: () => Promise<T>): Promise<T> {
  unlimited.add(client);
  try {
    return ask();
  } finally {
    unlimited.delete(client);
  }
}

/**
 * The same of statements that do not wait for each other's answers: all are sent in one go, and behind them that the
 * limits hold again.
 */
export async function askedAsSystem<T>(
  client: pg.ClientBase | pg.Pool,
  ask: () => Promise<T>,
): Promise<T> {
  if (!acting.has(client) || unlimited.has(client)) return ask();
  if (!sendsAhead(client)) return asSystem(client, ask);
  const [, answer] = await inOneGo<[unknown, T, unknown]>(
    client,
    () => client.query(`SET LOCAL ROLE ${SYSTEM_ROLE}`),
    () => sentUnlimitedly(client, ask),
    () => client.query(`SET LOCAL ROLE ${SERVICE_ROLE}`),
  );
  return answer;
}

async function unlimitedly<T>(client: pg.ClientBase | pg.Pool, work: () => Promise<T>): Promise<T> {
  unlimited.add(client);
  try {
    return await work();
  } finally {
    unlimited.delete(client);
    // Ahead of whatever comes next. In a transaction that has failed there is nothing left to limit.
    client.query(`SET LOCAL ROLE ${SERVICE_ROLE}`).catch(() => undefined);
  }
}
