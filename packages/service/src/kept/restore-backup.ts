// Knows how a backup becomes a database again: into an empty data directory, whole or as it was at a moment.
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { AppError } from "../app-error.ts";
import { type HeldServer, holdServer } from "../embedded/held-server.ts";
import { knownMigrations, type Migration, migrate } from "../store/migrate.ts";
import { type Backup, checkFiles, readChain } from "./backup-chain.ts";
import { pinFormats } from "./copy-out.ts";
import { KEPT_TABLES, type KeptTable } from "./kept-tables.ts";
import type { KeptFile, Manifest } from "./manifest.ts";
import { holdsCluster } from "./reach-database.ts";

/** Rows of each table as they were restored. */
export type Restored = Readonly<Record<string, number>>;

function schemaOf({ schema }: Manifest): readonly Migration[] {
  const known = knownMigrations().filter(({ number }) => number <= schema.number);
  if (known.at(-1)?.checksum === schema.checksum) return known;
  throw new AppError(
    "backup-version",
    `backup: expected schema ${knownMigrations().at(-1)?.number} or an earlier one, got ${schema.number}; restore with the Rettvei that made it`,
  );
}

/** The backups that a table is read from: all where they add to each other, else the last. */
function sourcesOf(chain: readonly Backup[], { numbered }: KeptTable): readonly Backup[] {
  return numbered === undefined ? chain.slice(-1) : chain;
}

async function stage(
  client: pg.ClientBase,
  table: KeptTable,
  chain: readonly Backup[],
): Promise<KeptFile | undefined> {
  await client.query(`CREATE TEMP TABLE staged_${table.name} (LIKE rettvei.${table.name})`);
  let last: KeptFile | undefined;
  for (const { folder, manifest } of sourcesOf(chain, table)) {
    last = manifest.files.find((file) => file.table === table.name);
    if (last === undefined) continue;
    const columns = last.columns.join(", ");
    const copy = client.query(copyFrom(`COPY staged_${table.name} (${columns}) FROM STDIN`));
    await pipeline(createReadStream(join(folder, last.file)), copy);
  }
  return last;
}

// What takes a record away goes with it, also where clocks disagreed about which came first.
const WITHOUT_TARGET = `
  DELETE FROM staged_record r WHERE (voids IS NOT NULL OR corrects IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staged_record t WHERE t.record_id = coalesce(r.voids, r.corrects))`;

// The seal is cut where the first sealed entry is gone; what stays behind the cut is sealed anew.
const CUT_SEAL = [
  `DELETE FROM staged_audit_leaf WHERE place >= (
     SELECT min(l.place) FROM staged_audit_leaf l
     WHERE NOT EXISTS (SELECT FROM staged_audit_entry a WHERE a.seq = l.seq))`,
  "DELETE FROM staged_audit_checkpoint WHERE size > (SELECT count(*) FROM staged_audit_leaf)",
];

/** Takes away what nobody knew at the moment. */
async function forgetAfter(client: pg.ClientBase, until: Date): Promise<void> {
  await client.query("DELETE FROM staged_record WHERE recorded_at > $1", [until]);
  await client.query("DELETE FROM staged_fact WHERE recorded_at > $1", [until]);
  await client.query("DELETE FROM staged_audit_entry WHERE at > $1", [until]);
  for (const cut of CUT_SEAL) await client.query(cut);
  while (((await client.query(WITHOUT_TARGET)).rowCount ?? 0) > 0);
  await client.query(
    `DELETE FROM staged_course c WHERE NOT EXISTS (SELECT FROM staged_record r WHERE r.course_id = c.course_id)
       AND NOT EXISTS (SELECT FROM staged_fact f WHERE f.course_id = c.course_id)`,
  );
  await client.query(
    `DELETE FROM staged_patient p WHERE NOT EXISTS (SELECT FROM staged_course c WHERE c.patient_id = p.patient_id)
       AND NOT EXISTS (SELECT FROM staged_fact f WHERE f.patient_id = p.patient_id)`,
  );
}

// An answer without its effect would tell a sender that something is there which is not.
const WITHOUT_EFFECT = `
  DELETE FROM staged_answered_request a
  WHERE NOT EXISTS (SELECT FROM staged_record r WHERE r.seq = a.version)
    AND NOT EXISTS (SELECT FROM staged_fact f WHERE f.seq = a.version)`;

// A key that was free again and used anew: the later answer holds.
const REUSED_KEYS = `
  DELETE FROM staged_answered_request a
  USING staged_answered_request b WHERE b.key = a.key AND b.version > a.version`;

async function settle(
  client: pg.ClientBase,
  { name, order }: KeptTable,
  file: KeptFile | undefined,
): Promise<number> {
  if (file === undefined) return 0;
  const columns = file.columns.join(", ");
  const { rowCount } = await client.query(
    `INSERT INTO rettvei.${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM staged_${name} ORDER BY ${order}`,
  );
  return rowCount ?? 0;
}

async function fill(
  client: pg.ClientBase,
  chain: readonly Backup[],
  until: Date | undefined,
): Promise<Restored> {
  await client.query("BEGIN");
  const files = new Map<string, KeptFile | undefined>();
  for (const table of KEPT_TABLES) files.set(table.name, await stage(client, table, chain));
  await client.query("CREATE INDEX ON staged_record (record_id)");
  if (until !== undefined) await forgetAfter(client, until);
  await client.query(WITHOUT_EFFECT);
  await client.query(REUSED_KEYS);
  const restored: Record<string, number> = {};
  for (const table of KEPT_TABLES)
    restored[table.name] = await settle(client, table, files.get(table.name));
  // No number is given twice, also where the records that had it were left out.
  const upTo = chain.at(-1)?.manifest.span.upTo ?? 0;
  await client.query(
    "SELECT setval(pg_get_serial_sequence('rettvei.record', 'seq'), greatest($1::bigint, 1), $1::bigint > 0)",
    [upTo],
  );
  await client.query("COMMIT; ANALYZE");
  return restored;
}

/** Fills the empty database below the data directory; the server is held until released. */
export async function restoreHeld(
  chain: readonly Backup[],
  dataDir: string,
  until: Date | undefined,
): Promise<{ readonly server: HeldServer; readonly restored: Restored }> {
  await checkFiles(chain);
  const last = chain.at(-1);
  if (last === undefined) throw new Error("bug: an empty chain passed its check");
  const steps = schemaOf(last.manifest);
  if (holdsCluster(dataDir)) {
    throw new AppError(
      "data-directory",
      `data directory: expected an empty one, ${dataDir} holds a database; nothing there was changed, choose another`,
    );
  }
  const server = await holdServer(dataDir, () => undefined);
  const client = new pg.Client(server.address);
  try {
    await client.connect();
    await migrate(client, steps);
    await pinFormats(client);
    const restored = await fill(client, chain, until);
    await client.end();
    return { server, restored };
  } catch (cause) {
    await client.end().catch(() => undefined);
    await server.release();
    await rm(join(dataDir, "postgres"), { recursive: true, force: true });
    throw cause;
  }
}

/** Restores the backup in the folder, as it was at the moment if one is given. AppError if anything of it is damaged. */
export async function restore(
  from: string,
  dataDir: string,
  until: Date | undefined,
): Promise<Restored> {
  const { server, restored } = await restoreHeld(await readChain(from), dataDir, until);
  await server.release();
  return restored;
}
