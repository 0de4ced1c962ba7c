// Knows how a test runs the service with a login as programs of their own on one database.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import type { LoginSettings } from "../auth/login-settings.ts";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));
const ENTRY = fileURLToPath(new URL("../../dist/index.js", import.meta.url));
const running: ChildProcess[] = [];

const START = `
  const { startService } = await import(process.argv[1]);
  const { databaseUrl, login } = JSON.parse(process.argv[2]);
  const { url, close } = await startService({ dataDir: "/nowhere", databaseUrl, port: 0, login });
  process.on("SIGTERM", () => close().then(() => process.exit(0)));
  console.log(url);`;

/** Call at the top of a file: builds what its programs run, and ends them at the end of the file. */
export function endLoginPrograms(): void {
  beforeAll(() => {
    const compiler = join(ROOT, "node_modules/ts7/bin/tsc");
    execFileSync(process.execPath, [compiler, "-b", join(ROOT, "packages/service")]);
  });
  afterAll(async () => {
    const ended = running.map((child) => child.exitCode ?? once(child, "exit"));
    for (const child of running) child.kill("SIGTERM");
    await Promise.all(ended);
  });
}

/** Starts the service on the database; answers its address. */
export async function loginProgram(databaseUrl: string, login: LoginSettings): Promise<URL> {
  const told = JSON.stringify({ databaseUrl, login });
  const args = ["--input-type=module", "--eval", START, ENTRY, told];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return new URL(String(line));
}
