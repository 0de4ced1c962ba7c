// Knows how what is kept is reached for a backup: a server by its address, or the embedded one, also while it is in use.
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { AppError } from "../app-error.ts";
import { OWNER } from "../embedded/cluster.ts";
import { embeddedServer } from "../embedded/embedded-server.ts";
import { holdServer } from "../embedded/held-server.ts";
import type { DatabaseAddress } from "../store/database.ts";
import { knownMigrations } from "../store/migrate.ts";

export interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

interface Reached {
  readonly address: DatabaseAddress;
  release(): Promise<void>;
}

export function holdsCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, "postgres"));
}

/** A server that a running service holds is used as it is, and left to it. */
async function reachEmbedded(dataDir: string): Promise<Reached> {
  if (!holdsCluster(dataDir)) {
    throw new AppError(
      "data-directory",
      `data directory: expected one that holds a database, ${dataDir} holds none; name the one that the service uses`,
    );
  }
  try {
    return await holdServer(dataDir, () => undefined);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "data-directory-in-use") throw cause;
    const { address } = await embeddedServer(dataDir);
    return { address: { ...address, database: OWNER }, release: async () => undefined };
  }
}

/** A backup is made by the program that the database is of: it changes no schema. */
async function refuseOtherSchema(address: DatabaseAddress): Promise<void> {
  const client = new pg.Client("url" in address ? { connectionString: address.url } : address);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "SELECT name, checksum FROM rettvei.migration ORDER BY number",
    );
    const known = knownMigrations();
    const same =
      rows.length === known.length &&
      rows.every(({ checksum }, at) => checksum === known[at]?.checksum);
    if (same) return;
    throw new AppError(
      "backup-version",
      `database: expected the schema of this Rettvei (${known.at(-1)?.name}), got another (${rows.at(-1)?.name ?? "none"}); back up with the Rettvei that runs on it`,
    );
  } finally {
    await client.end();
  }
}

/** Does the work with the address of the database that is backed up. */
export async function withDatabase<T>(
  { dataDir, databaseUrl }: Place,
  work: (address: DatabaseAddress) => Promise<T>,
): Promise<T> {
  const reached: Reached =
    databaseUrl === undefined
      ? await reachEmbedded(dataDir)
      : { address: { url: databaseUrl }, release: async () => undefined };
  try {
    await refuseOtherSchema(reached.address);
    return await work(reached.address);
  } finally {
    await reached.release();
  }
}
