// Knows databases as they may have been at each earlier step of the schema, with a row of everything it could hold.
import { existsSync, readFileSync } from "node:fs";
import type pg from "pg";
import { knownMigrations, migrate } from "../store/migrate.ts";

/** A table's name and all its rows, in an order of their own, as text that shows every difference. */
export type Contents = Readonly<Record<string, readonly string[]>>;

function golden(number: number): string | undefined {
  const name = `${String(number).padStart(4, "0")}.sql`;
  const file = new URL(`../../sql/golden/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Makes an empty database what one of this step may have been. */
export async function asOfStep(client: pg.ClientBase, step: number): Promise<void> {
  for (const migration of knownMigrations().filter(({ number }) => number <= step)) {
    const upTo = knownMigrations().filter(({ number }) => number <= migration.number);
    await migrate(client, upTo);
    const rows = golden(migration.number);
    if (rows !== undefined) await client.query(rows);
  }
}

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Columns of all tables but that of the steps themselves. */
export async function columnsOf(client: pg.ClientBase): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT relname AS table, attname AS column FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'rettvei'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
       AND relname <> 'migration' ORDER BY relname, attnum`,
  );
  return rows;
}

/** All rows, of these columns alone. Throws where one of them is not there any more. */
export async function contentsOf(
  client: pg.ClientBase,
  columns: readonly Column[],
): Promise<Contents> {
  const contents: Record<string, readonly string[]> = {};
  for (const table of new Set(columns.map((one) => one.table))) {
    const names = columns.filter((one) => one.table === table).map(({ column }) => `"${column}"`);
    const { rows } = await client.query<{ row: string }>(
      `SELECT (t.*)::text AS row FROM (SELECT ${names.join(", ")} FROM rettvei.${table}) t ORDER BY 1`,
    );
    contents[table] = rows.map(({ row }) => row);
  }
  return contents;
}
