// Knows how a database is brought to this program's schema: numbered steps, each once, none ever changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { AppError } from "../app-error.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const FOLDER = new URL("../../sql/", import.meta.url);
const LOCK = 7_388_350;

/** A step of the schema; line ends do not count, for version control may change them. */
export function migration(fileName: string, text: string): Migration {
  const sql = text.replaceAll("\r\n", "\n");
  const checksum = createHash("sha256").update(sql).digest("hex");
  return { number: Number(fileName.slice(0, 4)), name: fileName, sql, checksum };
}

/** The steps that this program knows, in order. Throws where two have the same number. */
export function knownMigrations(): readonly Migration[] {
  const known = readdirSync(FOLDER)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => migration(name, readFileSync(new URL(name, FOLDER), "utf8")));
  const twice = known.find(({ number }, at) => number === known[at - 1]?.number);
  if (twice !== undefined) throw new Error(`sql: expected a number of its own, got ${twice.name}`);
  return known;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

const PREPARE = `
  CREATE SCHEMA IF NOT EXISTS rettvei;
  CREATE TABLE IF NOT EXISTS rettvei.migration (
    number     integer PRIMARY KEY,
    name       text NOT NULL,
    checksum   text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );`;

async function applied(client: pg.ClientBase): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(
    "SELECT number, name, checksum FROM rettvei.migration ORDER BY number",
  );
  return rows;
}

function refuseStrangers(known: readonly Migration[], done: readonly Applied[]): void {
  for (const step of done) {
    const own = known.find(({ number }) => number === step.number);
    if (own === undefined) {
      throw new AppError(
        "database-newer",
        `database: expected migrations up to ${known.at(-1)?.number ?? 0}, got ${step.name}; it was made by a newer Rettvei: use that one`,
      );
    }
    if (own.checksum !== step.checksum) {
      throw new AppError(
        "migration-changed",
        `database: expected migration ${step.name} as it was applied, got another text; a released migration may not change`,
      );
    }
  }
}

async function applyMissing(
  client: pg.ClientBase,
  known: readonly Migration[],
): Promise<readonly Migration[]> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  await client.query(PREPARE);
  const done = await applied(client);
  refuseStrangers(known, done);
  const missing = known.filter(({ number }) => !done.some((step) => step.number === number));
  for (const { number, name, sql, checksum } of missing) {
    await client.query(sql);
    await client.query(
      "INSERT INTO rettvei.migration (number, name, checksum) VALUES ($1, $2, $3)",
      [number, name, checksum],
    );
  }
  return missing;
}

/**
 * Applies the steps that the database lacks, all or none, and answers them. Several programs may try at once.
 * Throws AppError if the database is newer than the program or a step was changed after it was applied.
 */
export async function migrate(
  client: pg.ClientBase,
  known: readonly Migration[] = knownMigrations(),
): Promise<readonly Migration[]> {
  await client.query("BEGIN");
  try {
    const missing = await applyMissing(client, known);
    await client.query("COMMIT");
    return missing;
  } catch (cause) {
    await client.query("ROLLBACK");
    throw cause;
  }
}
