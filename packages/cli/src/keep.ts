// Knows what is said of backups: what was written, what was restored, and what a drill has proved.
import { resolve } from "node:path";
import { AppError, backUp, drill, type Restored, restore } from "@rettvei/service";
import { BadInput } from "./exit-codes.ts";

export interface BackupOptions {
  readonly to: string;
  readonly data: string;
}

export interface RestoreOptions {
  readonly from: string;
  readonly data?: string;
  readonly until?: Date;
  readonly drill?: boolean;
}

/** A refusal of the service is told like any bad input. */
async function told<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof AppError ? new BadInput(error.message) : error;
  });
}

function countsOf({ record = 0, course = 0, patient = 0, unit = 0 }: Restored): string {
  return `${record} records of ${course} courses, ${patient} patients, ${unit} units`;
}

export async function takeBackup({ to, data }: BackupOptions): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const place = { dataDir: resolve(data), databaseUrl };
  const { folder, manifest } = await told(backUp(place, resolve(to), () => new Date()));
  const records = manifest.files.find(({ table }) => table === "record")?.rows ?? 0;
  const kind = manifest.addsTo === null ? "Snapshot" : "Increment";
  const { after, upTo } = manifest.span;
  const numbers = records === 0 ? "no new records" : `records ${after + 1} to ${upTo}`;
  process.stdout.write(`${kind} ${folder}: ${numbers}\n`);
}

export async function restoreBackup({ from, data = "", until }: RestoreOptions): Promise<void> {
  const restored = await told(restore(resolve(from), resolve(data), until));
  const moment = until === undefined ? "" : ` as known at ${until.toISOString()}`;
  process.stdout.write(`Restored into ${resolve(data)}${moment}: ${countsOf(restored)}\n`);
}

export async function tryBackup({ from }: RestoreOptions): Promise<void> {
  const { backups, restored, sameStates } = await told(drill(resolve(from)));
  const states =
    sameStates === undefined
      ? "Judged states were not compared: other editions judge now."
      : `${sameStates} courses judged again: all as in the backup.`;
  process.stdout.write(
    `Drill: ${backups} backups restored and compared, all the same: ${countsOf(restored)}\n${states}\n`,
  );
}
