// Knows the connections to PostgreSQL: for requests, for the system's own work, and as the owner of the schema.
import pg from "pg";
import { prepareJobs } from "../jobs/prepare-jobs.ts";
import { tellsBy, type UnitChanges, unitChanges } from "../live/unit-changes.ts";
import { unsafeClock } from "../safety/clock.ts";
import { unsafeDatabaseUrl } from "../safety/database-url.ts";
import { readSettings, unsafeSettings } from "../safety/server-settings.ts";
import { unsafeRole } from "../safety/service-role.ts";
import { unsafeTables } from "../safety/tables.ts";
import { refuse } from "../safety/unsafe.ts";
import { describesOnce } from "./described-once.ts";
import { gatheringSocket } from "./gathering-socket.ts";
import { migrate } from "./migrate.ts";
import { SERVICE_ROLE, SYSTEM_ROLE } from "./roles.ts";

export interface Database {
  readonly kind: "embedded" | "external";
  /** Works as the system: for the start, for jobs, and for what no person asks. Never for a request. */
  readonly pool: pg.Pool;
  /** Works as the service: sees nothing until it is said who asks; see src/access. */
  readonly requests: pg.Pool;
  /** At which units something has changed, in all processes on this database. */
  readonly changes: UnitChanges;
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

const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 10_000;
const CONNECTIONS = 16;
const SYSTEM_CONNECTIONS = 12;

export function addressOf(address: DatabaseAddress): pg.ClientConfig {
  return "url" in address ? { connectionString: address.url } : { ...address };
}

/** Whether the login may work as the role; not so where it may not make roles and nobody else has. */
async function mayTakeRole(client: pg.ClientBase, role: string): Promise<boolean> {
  try {
    await client.query(`SET ROLE ${role}`);
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

interface PoolOptions {
  readonly max: number;
  /** Statements are sent before earlier ones are answered; then nothing can be copied in or out. */
  readonly pipeline: boolean;
}

function poolOf(
  address: DatabaseAddress,
  role: string | undefined,
  { max, pipeline }: PoolOptions,
): pg.Pool {
  const settings = [
    `statement_timeout=${STATEMENT_TIMEOUT_MS}`,
    `lock_timeout=${LOCK_TIMEOUT_MS}`,
    // Lists are read as ranges of an index in its order; a bitmap loses the order and must read and sort the range.
    "enable_bitmapscan=off",
    // A request's few statements are planned once for all values: planning takes longer than most of them.
    ...(pipeline ? ["plan_cache_mode=force_generic_plan"] : []),
    ...(role === undefined ? [] : [`role=${role}`]),
  ];
  const pool = new pg.Pool({
    ...addressOf(address),
    application_name: "rettvei service",
    options: settings.map((setting) => `-c ${setting}`).join(" "),
    max,
    pipeline,
    ...(pipeline ? { stream: gatheringSocket } : {}),
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", () => undefined); // an idle connection that breaks is replaced by the pool
  // One that breaks in use fails its query, and must not end the program where nobody else listens.
  pool.on("connect", (client) => client.on("error", () => undefined));
  if (pipeline) pool.on("connect", describesOnce);
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
  const roles = await withClient(address, async (client) => {
    await prepare(kind, address, client);
    const may =
      (await mayTakeRole(client, SYSTEM_ROLE)) && (await mayTakeRole(client, SERVICE_ROLE));
    return may ? { system: SYSTEM_ROLE, service: SERVICE_ROLE } : undefined;
  });
  const pool = poolOf(address, roles?.system, { max: SYSTEM_CONNECTIONS, pipeline: false });
  const requests = poolOf(address, roles?.service, { max: CONNECTIONS, pipeline: true });
  const told = roles === undefined ? {} : { options: `-c role=${roles.service}` };
  const changes = unitChanges({ ...addressOf(address), ...told }, pool);
  for (const each of [pool, requests]) each.on("connect", (client) => tellsBy(client, changes));
  const close = async (): Promise<void> => {
    await changes.close();
    await Promise.all([pool.end(), requests.end()]);
  };
  try {
    // Where it may not take the roles, it is the owner that would work here: refused as such.
    refuse("database-unsafe", await unsafeRole(requests));
    refuse("database-unsafe", await unsafeRole(pool));
  } catch (cause) {
    await close();
    throw cause;
  }
  return { kind, pool, requests, changes, asOwner: (work) => withClient(address, work), close };
}
