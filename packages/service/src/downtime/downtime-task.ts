// Knows when print-outs for downtime are made: once an hour for each unit with running courses.
import { mkdir } from "node:fs/promises";
import type { Task } from "../jobs/run-jobs.ts";
import { readUnitsAtWork } from "../store/downtime-rows.ts";
import { refreshOutlived } from "../store/refresh-states.ts";
import { type Store, today } from "../store/store.ts";
import { folderOf, forgetOldSheets, isKept, keepSheet } from "./kept-sheets.ts";
import { clockInOslo, makeSheet } from "./make-sheet.ts";

const DAY_MS = 86_400_000;

/** `2026-03-03T14`, by the clock of Norway: names sort as the hours do. */
function hourOf(at: Date): string {
  return clockInOslo(at).slice(0, 13).replace(" ", "T");
}

/** Makes the print-outs of the hour that it is where they are not made yet, and takes old ones away. */
export async function printOut(store: Store, dir: string): Promise<void> {
  const { pool } = store.database;
  const now = store.now();
  await refreshOutlived(store, today(store));
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const unitId of await readUnitsAtWork(pool)) {
    const folder = folderOf(dir, unitId);
    if (await isKept(folder, hourOf(now))) continue;
    const { html } = await makeSheet(store, pool, unitId);
    await keepSheet(folder, hourOf(now), html);
  }
  await forgetOldSheets(dir, hourOf(new Date(now.getTime() - DAY_MS)));
}

/** Looks every minute whether the hour has its print-outs. What fails is tried again in the next minute. */
export function downtimeTask(store: Store, dir: string): Task {
  let printed = "";
  return {
    name: "downtime-print-out",
    everyMinute: true,
    work: async () => {
      const hour = hourOf(store.now());
      if (hour === printed) return;
      await printOut(store, dir);
      printed = hour;
    },
  };
}
