// Knows the measurement of the command line: an event file judged end to end, against SQL for one indicator.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AS_OF, eventFiles } from "./cli/event-files.mjs";
import { indicatorOf } from "./cli/indicator-by-rows.mjs";
import { wholeProcess } from "./cli/whole-process.mjs";
import { count, megabytes, ratio, seconds } from "./report/figures.mjs";
import { inTurns, median } from "./rounds.mjs";

const ROUNDS = 5;
const DUCKDB = "bench/cli/indicator-by-duckdb.mjs";

const FORMATS = [
  { name: "csv", told: "Rettvei from CSV" },
  { name: "ndjson", told: "Rettvei from NDJSON" },
  { name: "parquet", told: "Rettvei from Parquet, DATE and TIMESTAMP" },
  { name: "parquetText", told: "Rettvei from Parquet, all columns text" },
];
const SQL = [
  { name: "sqlCsv", file: "csv", told: "DuckDB from CSV: one indicator" },
  { name: "sqlParquet", file: "parquet", told: "DuckDB from Parquet: one indicator" },
];

function judgeArguments(file) {
  const options = ["--as-of", AS_OF, "--format", "csv"];
  return ["packages/cli/bin/rettvei.js", "judge", file, ...options];
}

function contenders(files, outOf) {
  return [
    ...FORMATS.map(({ name }) => ({
      name,
      run: () => wholeProcess(judgeArguments(files[name]), outOf(name)),
    })),
    ...SQL.map(({ name, file }) => ({
      name,
      run: () => wholeProcess([DUCKDB, files[file]], outOf(name)),
    })),
  ];
}

function hashOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

async function refuseUnequal(outOf) {
  const hashes = new Set(FORMATS.map(({ name }) => hashOf(outOf(name))));
  if (hashes.size > 1) throw new Error("expected the same verdicts from every format, got others");
  const indicator = await indicatorOf(outOf("csv"));
  for (const { name } of SQL) {
    const told = readFileSync(outOf(name), "utf8").trim();
    if (told !== indicator) throw new Error(`${name}: expected ${indicator}, got ${told}`);
  }
  return indicator;
}

function rowOf({ told, name }, runs, fileSize) {
  const own = runs.get(name);
  const walls = own.map(({ wall }) => wall);
  return [
    told,
    megabytes(fileSize),
    seconds(median(walls)),
    `${seconds(Math.min(...walls))} to ${seconds(Math.max(...walls))}`,
    seconds(median(own.map(({ cpu }) => cpu))),
    megabytes(Math.max(...own.map(({ peak }) => peak))),
    ratio(median(walls) / median(runs.get("sqlCsv").map(({ wall }) => wall))),
  ];
}

function targetOf(runs, name, reach, limit) {
  const wall = median(runs.get(name).map((run) => run.wall));
  return { reach, measured: seconds(wall), held: wall <= limit };
}

function targetsOf(runs, courses) {
  if (courses !== 100_000) return [];
  const start = "100,000 courses judged end to end";
  return [
    targetOf(runs, "csv", `${start} from CSV in at most 8 s on two idle cores`, 8),
    targetOf(runs, "parquet", `${start} from Parquet in at most 4 s on two idle cores`, 4),
  ];
}

async function measuredIn(folder, courses) {
  const { files, records, sizeOf } = await eventFiles(courses, folder);
  const outOf = (name) => join(folder, `${name}.out`);
  const runs = await inTurns(contenders(files, outOf), ROUNDS);
  const indicator = await refuseUnequal(outOf);
  return {
    title: "Command line",
    setting: [
      `event files of ${count(courses)} courses, ${count(records)} records; \`rettvei judge FILE --as-of ${AS_OF} --format csv > file\`; ${megabytes(sizeOf(outOf("csv")))} of verdict rows, the same bytes from every format`,
      `DuckDB computes only: adult outpatients with a decision within 42 days (${indicator}, as in Rettvei's rows)`,
      `whole processes, ${ROUNDS} rounds in turns, files in the page cache; memory is the most of any round`,
    ],
    columns: [
      "",
      "file",
      "seconds",
      "least to most",
      "core seconds",
      "peak memory",
      "to DuckDB from CSV",
    ],
    rows: [...FORMATS, ...SQL].map((one) => rowOf(one, runs, sizeOf(files[one.file ?? one.name]))),
    targets: targetsOf(runs, courses),
  };
}

export async function measureCli({ courses = 100_000 }) {
  const folder = mkdtempSync(join(tmpdir(), "rettvei-bench-"));
  try {
    return await measuredIn(folder, courses);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
