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

/**
 * Adds rows to the table's columns, in their order, all or none. COPY goes past no row security and so is refused by a
 * table that has it: the rows are staged, and inserted from there.
 */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const staged = `staged_${table.split(".").at(-1)}`;
  const names = columns.join(", ");
  await client.query(
    `CREATE TEMP TABLE IF NOT EXISTS ${staged} ON COMMIT DROP AS SELECT ${names} FROM ${table} WITH NO DATA`,
  );
  const text = `${rows.map((row) => row.map(cellText).join("\t")).join("\n")}\n`;
  const copy = client.query(copyFrom(`COPY ${staged} (${names}) FROM STDIN`));
  await pipeline(Readable.from([text]), copy);
  await client.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${staged}`);
  await client.query(`TRUNCATE ${staged}`);
}
