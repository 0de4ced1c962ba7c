// Knows how tests run the built command as a person at a terminal or a script would.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const COMMAND = join(ROOT, "packages/cli/bin/rettvei.js");

/** Path of a sample file of the analysis, from the repository's root, where commands are run. */
export function sample(name: string): string {
  return join("packages/analysis/samples", name);
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `rettvei` in the repository's root, with text or bytes on standard input if given. */
export function rettvei(args: readonly string[], input?: string | Uint8Array): Promise<Ran> {
  return run(process.execPath, [COMMAND, ...args], input);
}

/** Runs `rettvei` after a piece of JavaScript in the same process. */
export function rettveiWith(
  before: string,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<Ran> {
  const preloaded = ["--import", `data:text/javascript,${encodeURIComponent(before)}`];
  return run(process.execPath, [...preloaded, COMMAND, ...args], input);
}

/** Runs `rettvei` as if both its outputs were a terminal of so many columns. */
export function rettveiAtTerminal(
  columns: number,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<Ran> {
  const terminal = `Object.assign(process.stdout, { isTTY: true, columns: ${columns} });
    Object.assign(process.stderr, { isTTY: true, columns: ${columns} });`;
  return rettveiWith(terminal, args, input);
}

/** Runs a line of shell in which `rettvei` is the command. */
export function shell(line: string): Promise<Ran> {
  const named = `rettvei() { "${process.execPath}" "${COMMAND}" "$@"; }; ${line}`;
  return run("bash", ["-c", named]);
}

function run(program: string, args: readonly string[], input?: string | Uint8Array): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, COLUMNS: undefined } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

/** Files of these texts in a folder of their own, given to `use` and gone after it. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rettvei-cli-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of an output without the last end. */
export function linesOf(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}
