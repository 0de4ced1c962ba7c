// Knows how a test runs the built service as a program of its own, and ends it.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll } from "vitest";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));
const ENTRY = fileURLToPath(new URL("../../dist/index.js", import.meta.url));

const running = new Set<ChildProcess>();

/** Call at the top of a file: builds what its programs run, as a user's would, and ends them after each test. */
export function endPrograms(): void {
  beforeAll(() => {
    const compiler = join(ROOT, "node_modules/ts7/bin/tsc");
    execFileSync(process.execPath, [compiler, "-b", join(ROOT, "packages/service")]);
  });
  afterEach(async () => {
    for (const child of running) child.kill("SIGTERM");
    await Promise.all([...running].map((child) => ended(child)));
    running.clear();
  });
}

const START = `
  const tester = { actorId: "tester", kind: "person", name: "Testine", role: "coordinator", organisation: "TESTHF",
    unitIds: ["u1"], hpr: null, patientId: null };
  const { startService } = await import(process.argv[1]);
  try {
    const { url, close } = await startService({ dataDir: process.argv[2], port: 0, authenticate: () => async () => tester,
      prepare: globalThis.prepareProgram });
    process.on("SIGTERM", () => close().then(() => process.exit(0)));
    console.log(url);
  } catch (cause) {
    console.log("refused: " + cause.code + " " + cause.message);
  }`;

export interface Running {
  readonly child: ChildProcess;
  /** First line said: the address, or why not. */
  readonly said: string;
}

async function ended(child: ChildProcess): Promise<unknown> {
  return child.exitCode ?? child.signalCode ?? once(child, "exit");
}

/**
 * Starts the service on the folder. `before` is run in its process first, and may set `globalThis.prepareProgram`
 * to what is to be done with the store before the first request.
 */
export async function program(dataDir: string, before = ""): Promise<Running> {
  const args = ["--input-type=module", "--eval", `${before}${START}`, ENTRY, dataDir];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  const line = once(createInterface({ input: child.stdout }), "line");
  const silent = ended(child).then(() => ["ended without a word"]);
  const [said] = await Promise.race([line, silent]);
  return { child, said: String(said) };
}

/** Ends the program, or waits until it has ended by itself. */
export async function stop({ child }: Running, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await ended(child);
  running.delete(child);
}
