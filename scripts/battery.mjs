// Knows how one long battery is run at any size, and told in one line: its name, its size, whether it passed.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { installMissing } from "./install.mjs";
import { ROOT, tryRun } from "./run.mjs";

const { batteries } = JSON.parse(readFileSync(new URL("batteries.json", import.meta.url), "utf8"));
const NAMES = Object.keys(batteries);
/** Those that `npm test` runs shorter than CI is to. */
const HELD_SHORT = NAMES.filter((name) => batteries[name].test !== undefined);

const USAGE = `node scripts/battery.mjs NAME [--times N] [--seed S]
Runs one battery at its full size and prints a line of it: ${NAMES.join(", ")};
or "ci": those that npm test holds short, at their size in CI.
  --times N   another size
  --seed S    the seed of an earlier run, for the batteries that choose their moments by one`;

function refuse(message) {
  console.error(`battery: ${message}\n\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  const options = { times: { type: "string" }, seed: { type: "string" } };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuse(error.message);
  }
}

function readWhole(name, text) {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return String(number);
  return refuse(`--${name}: expected a whole number above 0, got "${text}"`);
}

const { values, positionals } = readArguments();
const [name] = positionals;
if (name !== "ci" && batteries[name] === undefined)
  refuse(`expected one of the batteries, got "${name ?? "nothing"}"`);
if (name === "ci" && values.times !== undefined) refuse("--times: CI has sizes of its own");
const seed = values.seed === undefined ? {} : { RETTVEI_SEED: readWhole("seed", values.seed) };
const sizes =
  name === "ci"
    ? HELD_SHORT.map((held) => [held, String(batteries[held].ci)])
    : [[name, readWhole("times", values.times ?? batteries[name].full)]];

process.chdir(ROOT);
installMissing();
const { build } = await import("./build.mjs");
await build();

/** Runs it and prints its line; whether it passed. */
function run([battery, times]) {
  const { tests, variable } = batteries[battery];
  const began = Date.now();
  const env = { ...process.env, ...seed, [variable]: times };
  const passed = tryRun("node_modules/.bin/vitest", ["run", ...tests], { env });
  const seconds = Math.round((Date.now() - began) / 1_000);
  console.log(`${battery}: ${times} in ${seconds} s … ${passed ? "passed" : "failed"}`);
  return passed;
}

const failed = sizes.filter((size) => !run(size));
process.exitCode = failed.length === 0 ? 0 : 1;
