// Knows how the measurements are made one after another, each in a process of its own, and what is done with them.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMeasurement } from "./report/benchmarks-page.mjs";
import { machineLines } from "./report/machine.mjs";
import { measurementText } from "./report/tables.mjs";

export const MEASUREMENTS = ["judging", "cli", "work-list", "load", "web", "memory"];

const PROGRAM = fileURLToPath(new URL("./measure.mjs", import.meta.url));
const BUSY = 0.5;

async function reportOf(name, options) {
  const child = fork(PROGRAM, [name, JSON.stringify(options)]);
  let report;
  child.on("message", (message) => {
    report = message;
  });
  const [code] = await once(child, "exit");
  if (report === undefined) throw new Error(`${name}: expected a report, got exit code ${code}`);
  return report;
}

function storesFolder(stores) {
  if (stores === undefined) return mkdtempSync(join(tmpdir(), "rettvei-bench-"));
  mkdirSync(stores, { recursive: true });
  return resolve(stores);
}

async function measureAll(names, options, write) {
  for (const name of names) {
    const load = loadavg()[0];
    if (load > BUSY) console.error(`The machine is busy (load ${load.toFixed(2)}).`);
    console.error(`Measuring ${name} …`);
    const report = await reportOf(name, options);
    const text = measurementText(report, { machine: machineLines(), load: load.toFixed(2) });
    console.log(`\n${text}\n`);
    if (write) writeMeasurement(name, text);
  }
}

/** Makes the named measurements; what they fill is kept only below a folder that was named. */
export async function runMeasurements(names, { courses, stores, write }) {
  const folder = storesFolder(stores);
  try {
    await measureAll(names, { courses, stores: folder }, write);
  } finally {
    if (stores === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
