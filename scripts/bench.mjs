// Knows the measurements in one command: install what they need beside the product, build it, measure.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MEASUREMENTS, runMeasurements } from "../bench/run.mjs";
import { installMissing } from "./install.mjs";
import { ROOT, run } from "./run.mjs";

const USAGE = `npm run bench -- [judging] [cli] [work-list] [load] [web] [memory] [options]
Measures side by side and prints ratios; all six if none is named.
  --courses N      smaller sizes for a quick try (the work list and memory also take ten times N)
  --stores FOLDER  keep the filled databases there and use them again
  --write          put the figures into docs/benchmarks.md (only at full size)`;

const OPTIONS = {
  courses: { type: "string" },
  stores: { type: "string" },
  write: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
};

function refuse(message) {
  console.error(`bench: ${message}\n\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuse(error.message);
  }
}

function readCourses(text) {
  if (text === undefined) return undefined;
  const courses = Number(text);
  if (Number.isSafeInteger(courses) && courses > 0) return courses;
  return refuse(`--courses: expected a whole number above 0, got "${text}"`);
}

/** The libraries measured against are not the product's: they have a lock file of their own. */
function installBenchLibraries() {
  const mark = "bench/node_modules/.installed-lock";
  const lock = createHash("sha256").update(readFileSync("bench/package-lock.json")).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.error("Installing what is measured against (npm ci in bench) …");
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["ci", "--prefix", "bench", ...quiet]);
  writeFileSync(mark, lock);
}

const { values, positionals } = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const courses = readCourses(values.courses);
const unknown = positionals.find((name) => !MEASUREMENTS.includes(name));
if (unknown !== undefined) refuse(`expected ${MEASUREMENTS.join(", ")}, got "${unknown}"`);
if (values.write && courses !== undefined) refuse("--write: expected full sizes, got --courses");

process.chdir(ROOT);
installMissing();
installBenchLibraries();
const { build } = await import("./build.mjs");
await build();

const names = positionals.length > 0 ? positionals : MEASUREMENTS;
await runMeasurements(names, { courses, stores: values.stores, write: values.write });
