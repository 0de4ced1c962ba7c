// Knows what is said of an examination: what holds, and where something does not.
import { resolve } from "node:path";
import { AppError, examineAt } from "@rettvei/service";
import { BadInput, EXIT, endWith } from "./exit-codes.ts";

/** More than a person reads; the number of the others is told. */
const SHOWN = 20;

export async function examineData({ data }: { readonly data: string }): Promise<void> {
  const place = { dataDir: resolve(data), databaseUrl: process.env.DATABASE_URL || undefined };
  const findings = await examineAt(place).catch((error: unknown) => {
    throw error instanceof AppError ? new BadInput(error.message) : error;
  });
  for (const { says, troubles } of findings) {
    process.stdout.write(`${troubles.length === 0 ? "holds " : "FAILS "} ${says}\n`);
    for (const trouble of troubles.slice(0, SHOWN)) process.stdout.write(`         ${trouble}\n`);
    const more = troubles.length - SHOWN;
    if (more > 0) process.stdout.write(`         … and ${more} more\n`);
  }
  const failing = findings.filter(({ troubles }) => troubles.length > 0).length;
  process.stdout.write(
    failing === 0 ? `All ${findings.length} hold.\n` : `${failing} of ${findings.length} fail.\n`,
  );
  if (failing > 0) endWith(EXIT.errorsFound);
}
