// Knows where print-outs lie on the disk: a folder for each unit, a file for each hour, readable for the service's user alone.
import { access, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writtenThrough } from "../disk/written-through.ts";

const KEPT = 24;

/** A unit's id is somebody else's word: it never leaves the folder. */
export function folderOf(dir: string, unitId: string): string {
  return join(dir, `unit-${encodeURIComponent(unitId)}`);
}

/** Keeps the page under the hour, whole or not at all. */
export async function keepSheet(folder: string, hour: string, html: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${hour}.html`);
  const part = `${path}.part`;
  await rm(part, { force: true });
  await writeFile(part, html, { mode: 0o600 });
  await writtenThrough(part);
  await rename(part, path);
}

/** Whether the hour has its page. */
export async function isKept(folder: string, hour: string): Promise<boolean> {
  return access(join(folder, `${hour}.html`)).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".html")).sort();
}

/** Takes away all but the newest; of a unit that has no courses any more, whatever is older than the hour given. */
export async function forgetOldSheets(dir: string, since: string): Promise<void> {
  for (const unit of await readdir(dir)) {
    const folder = join(dir, unit);
    const names = await namesIn(folder);
    const written = (names.at(-1) ?? "") >= since;
    const old = written ? names.slice(0, -KEPT) : names;
    for (const name of old) await rm(join(folder, name), { force: true });
    if (!written) await rm(folder, { recursive: true, force: true });
  }
}
