// Knows how rows leave the program: a table for people, CSV and NDJSON for programs.
import { once } from "node:events";
import { type Cell, csvLine, linePieces, ndjsonLine } from "@rettvei/analysis";
import type { OutputFormat } from "../input/options.ts";
import { textTable } from "./text-table.ts";

/** Writes to standard output and waits where the reader is slower. */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, "drain");
  }
}

function* lines(
  format: "csv" | "ndjson",
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Generator<string> {
  if (format === "csv") yield csvLine(columns);
  for (const row of rows) yield format === "csv" ? csvLine(row) : ndjsonLine(columns, row);
}

/** Writes rows of the named columns in the format. A table must hold all rows to know its widths. */
export async function writeRows(
  format: OutputFormat,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  if (format === "table") await writeOut([textTable(columns, [...rows], process.stdout.columns)]);
  else await writeOut(linePieces(lines(format, columns, rows)));
}
