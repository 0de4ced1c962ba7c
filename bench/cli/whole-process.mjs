// Knows what a whole process costs, from its start to its end, with its output going to a file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const PRELOADED = new URL("./tell-cost.mjs", import.meta.url).href;

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Seconds on the clock and of all cores, and peak memory in bytes. Throws if the process does not end well. */
export async function wholeProcess(args, outFile) {
  const out = openSync(outFile, "w");
  const before = performance.now();
  const child = spawn(process.execPath, ["--import", PRELOADED, ...args], {
    cwd: ROOT,
    stdio: ["ignore", out, "inherit", "pipe"],
  });
  const [told, [code]] = await Promise.all([text(child.stdio[3]), once(child, "close")]);
  const wall = (performance.now() - before) / 1000;
  closeSync(out);
  if (code !== 0) throw new Error(`${args.join(" ")}: expected exit code 0, got ${code}`);
  return { wall, ...JSON.parse(told) };
}
