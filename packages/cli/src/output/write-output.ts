// Knows how rows leave the program: a table for people, CSV and NDJSON for programs.
import { once } from "node:events";
import { type Cell, csvLine, linePieces, ndjsonLine } from "@rettvei/analysis";
import type { OutputFormat } from "../input/options.ts";
import { firstRows, restText } from "./first-rows.ts";
import { textTable } from "./text-table.ts";

/** Writes to standard output and waits where the reader is slower. */
export async function writeOut(pieces: Iterable<string | Uint8Array>): Promise<void> {
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

/** At a terminal nobody reads more rows than these; a file or a pipe gets them all. */
const ROWS_AT_TERMINAL = 300;

/** A table must hold all its rows to know its widths. */
function* table(columns: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  const { isTTY, columns: room } = process.stdout;
  const { shown, total } = firstRows(rows, isTTY ? ROWS_AT_TERMINAL : Number.POSITIVE_INFINITY);
  yield textTable(columns, shown, room);
  yield restText(shown.length, total);
}

/** Writes rows of the named columns in the format. */
export async function writeRows(
  format: OutputFormat,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await writeOut(
    format === "table" ? table(columns, rows) : linePieces(lines(format, columns, rows)),
  );
}
