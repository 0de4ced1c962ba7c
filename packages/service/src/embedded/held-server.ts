// Knows that one process at a time uses an embedded server: whoever holds its lock runs it and stops it.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { AppError } from "../app-error.ts";
import { OWNER } from "./cluster.ts";
import { type EmbeddedServer, embeddedServer, type ServerAddress } from "./embedded-server.ts";

export interface HeldServer {
  readonly address: ServerAddress & { readonly database: string };
  /** Stops the server and lets go of it. */
  release(): Promise<void>;
}

const LOCK = 7_388_349;
const HOLDER = "rettvei holder";
const ATTEMPTS = 50;
const PAUSE_MS = 200;

function holderClient(address: ServerAddress): pg.Client {
  const application_name = `${HOLDER} ${process.pid}`;
  const client = new pg.Client({ ...address, database: "postgres", application_name });
  client.on("error", () => undefined); // its end is what counts
  return client;
}

async function refuse(client: pg.Client, dataDir: string): Promise<never> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT application_name AS name FROM pg_stat_activity WHERE application_name LIKE $1 AND pid <> pg_backend_pid()",
    [`${HOLDER} %`],
  );
  await client.end();
  const holder = rows[0]?.name.slice(HOLDER.length + 1) ?? "unknown";
  throw new AppError(
    "data-directory-in-use",
    `data directory: expected one that nobody uses, got ${dataDir}, in use by another running Rettvei (process ${holder}); stop that one, or choose another folder`,
  );
}

/** A server may be on its way up or down while we knock: knock again for a while. */
async function connected(server: EmbeddedServer): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = holderClient(server.address);
    try {
      await server.ensureRunning();
      await client.connect();
      return client;
    } catch (cause) {
      await client.end().catch(() => undefined);
      if (attempt === ATTEMPTS || cause instanceof AppError) throw cause;
      await sleep(PAUSE_MS);
    }
  }
}

/** The lock lives as long as the connection, which ends with our process however that ends. */
async function lock(server: EmbeddedServer, dataDir: string): Promise<pg.Client> {
  const client = await connected(server);
  const { rows } = await client.query<{ held: boolean }>(
    "SELECT pg_try_advisory_lock($1) AS held",
    [LOCK],
  );
  return rows[0]?.held ? client : refuse(client, dataDir);
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [OWNER]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${OWNER}`);
}

/** Starts or finds the server below `dataDir` and holds it; refuses if another process does. A server that dies is started again. */
export async function holdServer(
  dataDir: string,
  onTrouble: (trouble: unknown) => void,
): Promise<HeldServer> {
  const server = await embeddedServer(dataDir);
  let released = false;
  const hold = async (): Promise<pg.Client> => {
    const client = await lock(server, dataDir);
    client.once("end", () => {
      if (!released) again();
    });
    return client;
  };
  const again = (): void => {
    holding = hold();
    holding.catch(onTrouble);
  };
  let holding = hold();
  await ensureDatabase(await holding);
  return {
    address: { ...server.address, database: OWNER },
    async release() {
      released = true;
      // A server that is just being started again must not come up after it was stopped.
      const client = await holding.catch(() => undefined);
      await server.stop();
      await client?.end().catch(() => undefined);
    },
  };
}
