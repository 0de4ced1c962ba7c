// Knows the PostgreSQL server that tests work on: DATABASE_URL's, else an embedded one that all files of a run share.
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { embeddedServer } from "../embedded/embedded-server.ts";
import { prepareJobs } from "../jobs/prepare-jobs.ts";
import { addressOf, type DatabaseAddress } from "../store/database.ts";
import { knownMigrations, migrate } from "../store/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the run's embedded server; set by the global setup. */
    readonly testClusterFolder: string | undefined;
  }
}

const LOCK = 7_388_399;

interface TestCluster {
  addressOf(database: string): DatabaseAddress;
}

const STARTING_UP = "57P03";

/** Another worker may have started it a moment ago. */
async function untilItAnswers(address: DatabaseAddress, tries = 100): Promise<void> {
  try {
    await connectedTo(address, async () => undefined);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== STARTING_UP || tries === 1)
      throw cause;
    await sleep(100);
    await untilItAnswers(address, tries - 1);
  }
}

async function embeddedCluster(folder: string): Promise<TestCluster> {
  const server = await embeddedServer(folder);
  await server.ensureRunning();
  const addressOf = (database: string): DatabaseAddress => ({ ...server.address, database });
  await untilItAnswers(addressOf("postgres"));
  return { addressOf };
}

function externalCluster(url: string): TestCluster {
  return {
    addressOf: (database) => {
      const own = new URL(url);
      own.pathname = `/${database}`;
      return { url: own.href };
    },
  };
}

let cluster: Promise<TestCluster> | undefined;

function testCluster(): Promise<TestCluster> {
  const url = process.env.DATABASE_URL;
  const folder = inject("testClusterFolder");
  if (url !== undefined) return Promise.resolve(externalCluster(url));
  if (folder === undefined) {
    throw new Error(
      "tests on PostgreSQL: expected the global setup of packages/service/src/testing in vitest.config.ts",
    );
  }
  cluster ??= embeddedCluster(folder);
  return cluster;
}

/** Runs work on a connection of its own. */
export async function connectedTo<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client("url" in address ? { connectionString: address.url } : address);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function templateName(): string {
  const checksums = knownMigrations().map(({ checksum }) => checksum);
  return `rettvei_template_${createHash("sha256").update(checksums.join()).digest("hex").slice(0, 12)}`;
}

/** The migrated database that others are copied from; made by whoever comes first. */
async function ensureTemplate(cluster: TestCluster, client: pg.Client): Promise<string> {
  const name = templateName();
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) {
      const draft = `${name}_draft`;
      await client.query(`DROP DATABASE IF EXISTS ${draft}`);
      await client.query(`CREATE DATABASE ${draft}`);
      await connectedTo(cluster.addressOf(draft), (inside) => migrate(inside));
      await prepareJobs(addressOf(cluster.addressOf(draft)));
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    }
    return name;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

export interface TestDatabase {
  readonly address: DatabaseAddress;
  drop(): Promise<void>;
}

/** The address as one text, as DATABASE_URL holds it. */
export function urlOf(address: DatabaseAddress): string {
  if ("url" in address) return address.url;
  const { user, password, host, database } = address;
  return `postgresql://${user}:${password}@${encodeURIComponent(host)}/${database}`;
}

/** A new database: migrated, or empty. */
export async function testDatabase(kind: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const cluster = await testCluster();
  const admin = cluster.addressOf("postgres");
  const name = `rettvei_test_${randomBytes(6).toString("hex")}`;
  await connectedTo(admin, async (client) => {
    const template = kind === "migrated" ? await ensureTemplate(cluster, client) : "template0";
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const drop = (): Promise<void> =>
    connectedTo(admin, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  return { address: cluster.addressOf(name), drop };
}
