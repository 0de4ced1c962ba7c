// Knows how a backup is proved: restored beside, read again and judged again, and held against what it was.
import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBundle } from "@rettvei/definitions";
import type pg from "pg";
import { AppError } from "../app-error.ts";
import { judgingBy } from "../judging/judging.ts";
import { openDatabase } from "../store/database.ts";
import { refreshAll } from "../store/refresh-states.ts";
import { today } from "../store/store.ts";
import { type Backup, readChain } from "./backup-chain.ts";
import { copyOut, pinFormats } from "./copy-out.ts";
import { judgedStates } from "./judged-now.ts";
import { KEPT_TABLES, rowsOf } from "./kept-tables.ts";
import { type Restored, restoreHeld } from "./restore-backup.ts";

export interface Drilled {
  readonly backups: number;
  readonly restored: Restored;
  /** Judged states that came out the same; undefined where other editions judge now, so that they cannot be compared. */
  readonly sameStates: number | undefined;
}

function differs(what: string, expected: string, found: string): AppError {
  return new AppError(
    "backup-damaged",
    `backup: ${what}: expected ${expected} after restoring, got ${found}; do not rely on this backup`,
  );
}

async function compareTables(client: pg.ClientBase, chain: readonly Backup[]): Promise<void> {
  for (const [at, { folder, manifest }] of chain.entries()) {
    for (const table of KEPT_TABLES) {
      const file = manifest.files.find((one) => one.table === table.name);
      // Of all but records the last backup tells what holds: a unit may be renamed, a key be used anew.
      const last = at === chain.length - 1;
      if (file === undefined || !(last || table.name === "record")) continue;
      const { rows, sha256 } = await copyOut(client, rowsOf(table, file.columns, manifest.span));
      if (rows === file.rows && sha256 === file.sha256) continue;
      throw differs(join(folder, file.file), `${file.rows} rows`, `${rows} rows, other in content`);
    }
  }
}

async function compareStates(
  { manifest }: Backup,
  address: Parameters<typeof openDatabase>[1],
): Promise<number | undefined> {
  const database = await openDatabase("embedded", address);
  try {
    const judging = judgingBy(readBundle());
    if (judging.mark !== manifest.states.judgedBy) return undefined;
    const store = { database, judging, now: () => new Date(manifest.takenAt) };
    await refreshAll(store, today(store));
    const { rows, sha256 } = await database.asOwner(async (client) => {
      await pinFormats(client);
      return judgedStates(client);
    });
    const { states } = manifest;
    if (rows === states.rows && sha256 === states.sha256) return rows;
    throw differs("judged states", `the ${states.rows} of the backup`, `${rows}, other in content`);
  } finally {
    await database.close();
  }
}

/** Restores the backup into a folder of its own, compares all that can be compared, and leaves nothing behind. */
export async function drill(from: string, dataDir?: string): Promise<Drilled> {
  const folder = dataDir ?? join(tmpdir(), `rettvei-drill-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  try {
    const chain = await readChain(from);
    const { server, restored } = await restoreHeld(chain, folder, undefined);
    try {
      const database = await openDatabase("embedded", server.address);
      await database
        .asOwner(async (client) => {
          await pinFormats(client);
          await compareTables(client, chain);
        })
        .finally(() => database.close());
      const last = chain.at(-1);
      const sameStates = last === undefined ? 0 : await compareStates(last, server.address);
      return { backups: chain.length, restored, sameStates };
    } finally {
      await server.release();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
