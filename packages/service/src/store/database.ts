// Knows the connections to PostgreSQL: as the service, which may only add, and as the owner of the schema.
import pg from "pg";
import { prepareJobs } from "../jobs/prepare-jobs.ts";
import { unsafeClock } from "../safety/clock.ts";
import { unsafeDatabaseUrl } from "../safety/database-url.ts";
import { readSettings, unsafeSettings } from "../safety/server-settings.ts";
import { unsafeRole } from "../safety/service-role.ts";
import { unsafeTables } from "../safety/tables.ts";
import { refuse } from "../safety/unsafe.ts";
import { migrate } from "./migrate.ts";

export interface Database {
  readonly kind: "embedded" | "external";
  /** Works as the service's role where the server has it. */
  readonly pool: pg.Pool;
  /** Does something that only the owner may: schema, statistics. */
  asOwner<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A connection URL, or the embedded server's address. */
export type DatabaseAddress =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

const ROLE = "rettvei_service";
const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 10_000;
const CONNECTIONS = 16;

export function addressOf(address: DatabaseAddress): pg.ClientConfig {
  return "url" in address ? { connectionString: address.url } : { ...address };
}

/** Whether the login may work as the service's role; not so where it may not make roles and nobody else has. */
async function mayTakeRole(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query(`SET ROLE ${ROLE}`);
    await client.query("RESET ROLE");
    return true;
  } catch {
    return false;
  }
}

async function withClient<T>(
  address: DatabaseAddress,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...addressOf(address), application_name: "rettvei owner" });
  client.on("error", () => undefined); // the query that meets it fails with it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function servicePool(address: DatabaseAddress, role: boolean): pg.Pool {
  const settings = [
    `statement_timeout=${STATEMENT_TIMEOUT_MS}`,
    `lock_timeout=${LOCK_TIMEOUT_MS}`,
    // Lists are read as ranges of an index in its order; a bitmap loses the order and must read and sort the range.
    "enable_bitmapscan=off",
    ...(role ? [`role=${ROLE}`] : []),
  ];
  const pool = new pg.Pool({
    ...addressOf(address),
    application_name: "rettvei service",
    options: settings.map((setting) => `-c ${setting}`).join(" "),
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
  });
  pool.on("connect", (client) => client.on("error", () => undefined)); // the query that meets it fails with it
  pool.on("error", () => undefined); // an idle connection that breaks is replaced by the pool
  // One that breaks in use fails its query, and must not end the program where nobody else listens.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Refuses a server that would forget, and a schema that somebody weakened. */
async function prepare(
  kind: Database["kind"],
  address: DatabaseAddress,
  client: pg.ClientBase,
): Promise<void> {
  refuse("database-unsafe", unsafeSettings(await readSettings(client), kind));
  refuse("unsafe-start", await unsafeClock(client));
  await migrate(client);
  await prepareJobs(addressOf(address));
  refuse("database-unsafe", await unsafeTables(client));
}

/** Brings the database to this program's schema and opens it for the service. Throws AppError where that is unsafe. */
export async function openDatabase(
  kind: Database["kind"],
  address: DatabaseAddress,
): Promise<Database> {
  if ("url" in address) refuse("unsafe-start", unsafeDatabaseUrl(address.url));
  const role = await withClient(address, async (client) => {
    await prepare(kind, address, client);
    return mayTakeRole(client);
  });
  const pool = servicePool(address, role);
  try {
    refuse("database-unsafe", await unsafeRole(pool));
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return {
    kind,
    pool,
    asOwner: (work) => withClient(address, work),
    close: () => pool.end(),
  };
}
