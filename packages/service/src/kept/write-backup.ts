// Knows how a backup is taken while the service works: one moment of all tables, added to what the folder holds.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { canonicalHash, readBundle } from "@rettvei/definitions";
import type pg from "pg";
import { writtenThrough } from "../disk/written-through.ts";
import { type Judging, judgingBy } from "../judging/judging.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { knownMigrations } from "../store/migrate.ts";
import { refreshAll } from "../store/refresh-states.ts";
import { today } from "../store/store.ts";
import { type Backup, folderName, MANIFEST, readChain } from "./backup-chain.ts";
import { copyToFile } from "./copy-out.ts";
import { judgedStates } from "./judged-now.ts";
import { KEPT_TABLES, type KeptTable, rowsOf, type Span } from "./kept-tables.ts";
import { type KeptFile, type Manifest, manifestText } from "./manifest.ts";
import { atOneMoment } from "./one-moment.ts";
import { type Place, withDatabase } from "./reach-database.ts";

async function columnsOf(client: pg.ClientBase, { name }: KeptTable): Promise<readonly string[]> {
  const { rows } = await client.query<{ column: string }>(
    `SELECT attname AS column FROM pg_attribute
     WHERE attrelid = ('rettvei.' || $1)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [name],
  );
  return rows.map(({ column }) => column);
}

async function writeTables(
  client: pg.ClientBase,
  folder: string,
  span: Span,
): Promise<readonly KeptFile[]> {
  const files: KeptFile[] = [];
  for (const table of KEPT_TABLES) {
    const columns = await columnsOf(client, table);
    const file = `${table.name}.copy`;
    const copied = await copyToFile(client, rowsOf(table, columns, span), join(folder, file));
    files.push({ table: table.name, file, columns: [...columns], ...copied });
  }
  return files;
}

const LAST_SEQ = `
  SELECT greatest((SELECT max(seq) FROM rettvei.record), (SELECT max(seq) FROM rettvei.fact),
                  (SELECT max(seq) FROM rettvei.audit_entry), 0) AS seq`;

async function lastSeq(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(LAST_SEQ);
  return Number(rows[0].seq);
}

/** Written beside, then given its name: a backup that was broken off never looks like one. */
async function settle(draft: string, folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(draft, MANIFEST), manifestText(manifest), { mode: 0o600, flush: true });
  await writtenThrough(draft);
  await rename(draft, folder);
  await writtenThrough(dirname(folder));
}

async function writeNext(
  database: Database,
  { mark }: Judging,
  to: string,
  now: Date,
): Promise<Backup> {
  const chain = await readChain(to);
  const before = chain.at(-1)?.manifest;
  const folder = join(to, folderName(chain.length + 1));
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const schema = knownMigrations().at(-1);
  if (schema === undefined) throw new Error("bug: a program without a schema");
  const manifest = await atOneMoment(database, async (client) => {
    const span = { after: before?.span.upTo ?? 0, upTo: await lastSeq(client) };
    return {
      format: 1 as const,
      addsTo: before === undefined ? null : canonicalHash(before),
      takenAt: now.toISOString(),
      schema: { number: schema.number, checksum: schema.checksum },
      span,
      files: [...(await writeTables(client, draft, span))],
      states: { judgedBy: mark, ...(await judgedStates(client)) },
    };
  });
  await settle(draft, folder, manifest);
  return { folder, manifest };
}

/** Takes a snapshot into an empty folder, else an increment to what the folder holds. The service may go on working. */
export function backUp(place: Place, to: string, now: () => Date): Promise<Backup> {
  return withDatabase(place, async (address) => {
    const database = await openDatabase("external", address);
    try {
      const judging = judgingBy(readBundle());
      const store = { database, judging, now };
      await refreshAll(store, today(store));
      return await writeNext(database, judging, to, now());
    } finally {
      await database.close();
    }
  });
}
