// Knows how one population is written as an event file in every format that the command line reads.
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { ROOT } from "./whole-process.mjs";

/** Courses up to this date follow the editions whose limits are published, so that there is most to judge. */
export const AS_OF = "2024-12-31";

const CLI = "packages/cli/bin/rettvei.js";

function writeText(format, courses, file) {
  const size = ["--courses", String(courses), "--until", AS_OF, "--seed", "1"];
  const args = [CLI, "population", ...size, "--format", format, "--out", file];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
}

const TYPED = `* REPLACE (
  occurred_on::DATE AS occurred_on, legal_deadline::DATE AS legal_deadline,
  replace(replace(recorded_at, 'T', ' '), 'Z', '')::TIMESTAMP AS recorded_at)`;

/** Dates as DATE and instants as TIMESTAMP in UTC, as databases write them; or every column text, as CSV turned over. */
async function writeParquet(connection, csv, columns, file) {
  const from = `read_csv('${csv}', header = true, all_varchar = true)`;
  await connection.run(`COPY (SELECT ${columns} FROM ${from}) TO '${file}' (FORMAT parquet)`);
}

/** The files by format, with the number of records and each file's size in bytes. */
export async function eventFiles(courses, folder) {
  const files = {
    csv: join(folder, "events.csv"),
    ndjson: join(folder, "events.ndjson"),
    parquet: join(folder, "events.parquet"),
    parquetText: join(folder, "events-text.parquet"),
  };
  writeText("csv", courses, files.csv);
  writeText("ndjson", courses, files.ndjson);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await writeParquet(connection, files.csv, TYPED, files.parquet);
  await writeParquet(connection, files.csv, "*", files.parquetText);
  const counted = await connection.runAndReadAll(`SELECT count(*)::int FROM '${files.parquet}'`);
  connection.closeSync();
  const sizeOf = (file) => statSync(file).size;
  return { files, records: counted.getRows()[0][0], sizeOf };
}
