// Knows how many rows go into a table at once: COPY, in PostgreSQL's text format.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | null | undefined;

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function cellText(cell: Cell): string {
  if (cell === undefined || cell === null) return "\\N";
  if (typeof cell !== "string") return String(cell);
  return cell.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

/** Adds rows to the table's columns, all or none. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const text = `${rows.map((row) => row.map(cellText).join("\t")).join("\n")}\n`;
  const copy = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(Readable.from([text]), copy);
}
