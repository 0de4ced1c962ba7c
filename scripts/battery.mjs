// Knows how one long battery is run at any size, and told in one line: its name, its size, whether it passed.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { installMissing } from "./install.mjs";
import { ROOT, tryRun } from "./run.mjs";

const { batteries } = JSON.parse(readFileSync(new URL("batteries.json", import.meta.url), "utf8"));
const NAMES = Object.keys(batteries);

const USAGE = `node scripts/battery.mjs NAME [--times N] [--seed S]
Runs one battery at its full size and prints a line of it: ${NAMES.join(", ")}.
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
const battery = batteries[name];
if (battery === undefined) refuse(`expected one of the batteries, got "${name ?? "nothing"}"`);
const times = readWhole("times", values.times ?? battery.full);
const seed = values.seed === undefined ? {} : { RETTVEI_SEED: readWhole("seed", values.seed) };

process.chdir(ROOT);
installMissing();
const { build } = await import("./build.mjs");
await build();

const began = Date.now();
const env = { ...process.env, ...seed, [battery.variable]: times };
const passed = tryRun("node_modules/.bin/vitest", ["run", ...battery.tests], { env });
const seconds = Math.round((Date.now() - began) / 1_000);
console.log(`${name}: ${times} in ${seconds} s … ${passed ? "passed" : "failed"}`);
process.exitCode = passed ? 0 : 1;
