// Knows the whole test in one command: install what tests need, check the house, run everything.
import { readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./chromium.mjs";
import { installMissing } from "./install.mjs";
import { ROOT, tryRun } from "./run.mjs";

process.chdir(ROOT);
installMissing();
ensureChromium();
const { build } = await import("./build.mjs");
await build();

const REPORT = "node_modules/.test-report.json";
rmSync(REPORT, { force: true });

/** Checks of the house: each a tool with its own words, all run even if one fails. */
const checks = [
  ["formatting and lint", "node_modules/.bin/biome", ["check", "."]],
  [
    "types of tests",
    process.execPath,
    ["node_modules/ts7/bin/tsc", "--noEmit", "-p", "tsconfig.tests.json"],
  ],
  [
    "dependency arrows",
    "node_modules/.bin/depcruise",
    ["--config", ".dependency-cruiser.json", "packages"],
  ],
  ["unused code", "node_modules/.bin/knip", ["--no-progress"]],
];
const failed = checks.filter(([name, program, args]) => {
  console.error(`\n— ${name}`);
  return !tryRun(program, args);
});

console.error("\n— tests");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
const good = tryRun("node_modules/.bin/vitest", ["run", ...reporters, ...process.argv.slice(2)]);

const report = JSON.parse(readFileSync(REPORT, "utf8"));
const skipped = report.numPendingTests + report.numTodoTests;
for (const [name] of failed) console.error(`The check failed: ${name}`);
console.log(
  `${report.numPassedTests + checks.length - failed.length} passed, ${report.numFailedTests + failed.length} failed, ${skipped} skipped`,
);
process.exitCode = good && failed.length === 0 ? 0 : 1;
