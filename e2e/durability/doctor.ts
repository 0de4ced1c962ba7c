// Knows how the product's own doctor is asked whether everything holds of a data directory.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const COMMAND = fileURLToPath(new URL("../../packages/cli/bin/rettvei.js", import.meta.url));

/** The last line that it says; rejects with everything it said if something does not hold. */
export async function doctor(dataDir: string): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [COMMAND, "doctor", "--data", dataDir],
    { env },
  ).catch((failed: { readonly stdout: string; readonly stderr: string }) => {
    throw new Error(`the doctor found: ${failed.stdout}${failed.stderr}`);
  });
  return stdout.trim().split("\n").at(-1) ?? "";
}
