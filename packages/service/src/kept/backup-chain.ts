// Knows the folder of a backup: a snapshot and the increments after it, each in a folder of its own, each checked.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalHash } from "@rettvei/definitions";
import { AppError } from "../app-error.ts";
import { damaged, type Manifest, readManifest } from "./manifest.ts";

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
}

export const MANIFEST = "manifest.json";

export function folderName(number: number): string {
  return String(number).padStart(6, "0");
}

function refuseGaps(chain: readonly Backup[]): void {
  let before: Manifest | undefined;
  for (const { folder, manifest } of chain) {
    const expected = before === undefined ? null : canonicalHash(before);
    if (manifest.addsTo !== expected || manifest.span.after !== (before?.span.upTo ?? 0))
      throw damaged(folder, "an increment to the one before it", "another");
    before = manifest;
  }
}

/** The backups in the folder by age; none if there is nothing yet. AppError if one of them is missing or damaged. */
export async function readChain(folder: string): Promise<readonly Backup[]> {
  const entries = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    throw cause;
  });
  const names = entries.filter((name) => /^\d{6}$/.test(name)).sort();
  const chain: Backup[] = [];
  for (const [at, name] of names.entries()) {
    const own = join(folder, name);
    if (name !== folderName(at + 1)) throw damaged(folder, folderName(at + 1), name);
    const text = await readFile(join(own, MANIFEST), "utf8").catch(() => "");
    chain.push({ folder: own, manifest: readManifest(text, join(own, MANIFEST)) });
  }
  refuseGaps(chain);
  return chain;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    return "no file";
  }
  return hash.digest("hex");
}

/** Reads every file of every backup against its hash. */
export async function checkFiles(chain: readonly Backup[]): Promise<void> {
  if (chain.length === 0) {
    throw new AppError("backup-damaged", "backup: expected a folder that holds one, got none");
  }
  for (const { folder, manifest } of chain) {
    for (const { file, sha256 } of manifest.files) {
      const found = await hashOf(join(folder, file));
      if (found !== sha256) throw damaged(join(folder, file), `SHA-256 ${sha256}`, found);
    }
  }
}
