// Knows how a script runs another program: output shown as it comes, a failure ends the script.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs a program from the repository's root. Its exit code, if it is not 0, becomes ours. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit", ...options });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** The same, telling whether it went well. */
export function tryRun(program, args, options = {}) {
  return spawnSync(program, args, { cwd: ROOT, stdio: "inherit", ...options }).status === 0;
}
