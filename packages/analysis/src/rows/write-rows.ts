// Knows how rows are written for programs: CSV with a header, or NDJSON with the same names.
import type { Cell } from "./verdict-row.ts";

const NEEDS_QUOTES = /[",\n\r]/;

/** A cell of CSV, in quotes where it needs them. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "string" ? cell : String(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV, without the end of line. */
export function csvLine(cells: readonly Cell[]): string {
  let line = "";
  for (let i = 0; i < cells.length; i++) line += (i === 0 ? "" : ",") + csvCell(cells[i] ?? null);
  return line;
}

/** One line of NDJSON: absent values are left out. */
export function ndjsonLine(columns: readonly string[], cells: readonly Cell[]): string {
  const entries = columns.map((column, i) => [column, cells[i] ?? null] as const);
  return JSON.stringify(Object.fromEntries(entries.filter(([, cell]) => cell !== null)));
}

const PIECE = 1 << 16;

/** Lines joined to pieces of some 64 kB, so that writing costs few calls. */
export function* linePieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  let length = 0;
  for (const line of lines) {
    piece.push(line);
    length += line.length + 1;
    if (length >= PIECE) {
      yield `${piece.join("\n")}\n`;
      piece = [];
      length = 0;
    }
  }
  if (piece.length > 0) yield `${piece.join("\n")}\n`;
}
