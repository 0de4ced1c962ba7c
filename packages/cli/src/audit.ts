// Knows what is said of the audit: what was verified, what was found wrong, and what is to be kept elsewhere.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { AppError, lastSealAt, openProofBy, proveEntryAt, verifyAuditAt } from "@rettvei/service";
import { BadInput, EXIT, endWith } from "./exit-codes.ts";

export interface CheckProofOptions {
  readonly data: string;
  readonly key?: string;
}

export interface VerifyAuditOptions {
  readonly data: string;
  readonly checkpoints?: string;
  readonly key?: string;
}

/** More than a person reads; the number of the others is told. */
const SHOWN = 50;

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AppError ? new BadInput(error.message) : error;
  }
}

function placeOf(data: string): {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
} {
  return { dataDir: resolve(data), databaseUrl: process.env.DATABASE_URL || undefined };
}

function readText(what: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new BadInput(`${what}: expected a file that can be read, got ${file}`);
  }
}

function outsideOf(checkpoints: string | undefined): string | undefined {
  return checkpoints === undefined ? undefined : readText("checkpoints", checkpoints);
}

export async function verifyAudit({ data, checkpoints, key }: VerifyAuditOptions): Promise<void> {
  const outside = outsideOf(checkpoints);
  const found = await told(() => verifyAuditAt(placeOf(data), { verifier: key, outside }));
  const { sealed, unsealed, faults } = found;
  for (const { at, what } of faults.slice(0, SHOWN)) process.stdout.write(`${at}: ${what}\n`);
  if (faults.length > SHOWN) process.stdout.write(`… and ${faults.length - SHOWN} more\n`);
  const kept =
    found.outside === 0
      ? "No checkpoint kept elsewhere was given: that the end of the log is whole is not shown."
      : `${found.outside} checkpoints kept elsewhere are met.`;
  process.stdout.write(
    `${sealed} entries sealed, ${unsealed} waiting for the next sealing, ${found.checkpoints} checkpoints, ${faults.length} faults.\n${faults.length === 0 ? `${kept}\n` : ""}`,
  );
  if (faults.length > 0) endWith(EXIT.errorsFound);
}

export async function printCheckpoint({ data }: { readonly data: string }): Promise<void> {
  const { note, verifier } = await told(() => lastSealAt(placeOf(data)));
  process.stderr.write(`Verifier key: ${verifier}\n`);
  if (note === undefined) throw new BadInput("audit: expected a sealed entry, got none yet");
  process.stdout.write(note);
}

/** Does what may find a proof wrong: it is said so, with exit code 1. */
async function proved(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== "bad-proof") throw new BadInput(error.message);
    process.stderr.write(`${error.message}\n`);
    endWith(EXIT.errorsFound);
  }
}

export async function proveEntry(
  entry: string,
  { data, checkpoints, key }: VerifyAuditOptions,
): Promise<void> {
  if (!/^[1-9]\d{0,15}$/.test(entry)) {
    throw new BadInput(`entry: expected its number, got ${JSON.stringify(entry)}`);
  }
  const outside = outsideOf(checkpoints);
  await proved(async () => {
    const options = { verifier: key, outside };
    process.stdout.write(await proveEntryAt(placeOf(data), Number(entry), options));
  });
}

export async function checkProof(file: string, { data, key }: CheckProofOptions): Promise<void> {
  const text = readText("proof", file);
  await proved(async () => {
    const { entry, place, size } = openProofBy(placeOf(data), text, { verifier: key });
    const lines = Object.entries(entry).map(([column, value]) => `${column}: ${shown(value)}\n`);
    process.stdout.write(
      `${lines.join("")}In the log at place ${place} of ${size}, as it was signed.\n`,
    );
  });
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
