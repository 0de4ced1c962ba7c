// Knows how tests make Parquet files: by DuckDB, from a query.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Bytes of a Parquet file that holds the rows of a query; `options` as COPY takes them. */
export async function parquetOf(query: string, options = ""): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "rettvei-parquet-"));
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  try {
    const connection = await instance.connect();
    const file = join(folder, "events.parquet");
    await connection.run(
      `COPY (${query}) TO '${file}' (FORMAT parquet${options && `, ${options}`})`,
    );
    connection.closeSync();
    return readFileSync(file);
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

/** A query of the columns of a CSV sample, all of them text. */
export function csvAsText(path: string): string {
  return `SELECT * FROM read_csv('${path}', all_varchar = true, header = true)`;
}
