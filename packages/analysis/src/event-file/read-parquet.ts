// Knows how a Parquet file becomes event lines. Dates and timestamps may be typed or text.
import { parquetMetadataAsync, parquetRead, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { EVENT_COLUMNS, type EventLine } from "./columns.ts";
import { shown } from "./line-problem.ts";
import type { ParquetFile } from "./open-parquet.ts";
import type { Tell } from "./read-csv.ts";

const DATE_COLUMNS: readonly string[] = ["occurred_on", "legal_deadline"];

function textOf(column: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "string") return value;
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return "an unreadable date";
  const iso = value.toISOString();
  return DATE_COLUMNS.includes(column) ? iso.slice(0, 10) : iso;
}

/** Columns of one row group, by the place of the event column. */
type ColumnValues = (ArrayLike<unknown> | undefined)[];

function linesOf(columns: ColumnValues, rows: number, firstRow: number): readonly EventLine[] {
  return Array.from({ length: rows }, (_, row) => ({
    line: firstRow + row,
    values: EVENT_COLUMNS.map((column, place) => textOf(column, columns[place]?.[row])),
  }));
}

/** Event lines in batches of a row group each. A file that is no Parquet is told as line 1. */
export async function* readParquet(
  file: ParquetFile,
  tell: Tell,
): AsyncGenerator<readonly EventLine[]> {
  try {
    yield* rowGroups(file, tell);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ line: 1, column: "", expected: "a readable Parquet file", found: shown(why) });
  }
}

async function* rowGroups(file: ParquetFile, tell: Tell): AsyncGenerator<readonly EventLine[]> {
  const metadata = await parquetMetadataAsync(file);
  const names = parquetSchema(metadata).children.map((child) => child.element.name);
  const known = names.filter((name) => (EVENT_COLUMNS as readonly string[]).includes(name));
  for (const name of names.filter((one) => !known.includes(one))) {
    tell({
      line: 1,
      column: name.slice(0, 60),
      expected: "a column of the event file",
      found: shown(name),
    });
  }
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const columns: ColumnValues = EVENT_COLUMNS.map(() => undefined);
    await parquetRead({
      file,
      metadata,
      compressors,
      columns: known,
      rowStart,
      rowEnd: rowStart + rows,
      onChunk: ({ columnName, columnData, rowStart: at }) => {
        const place = (EVENT_COLUMNS as readonly string[]).indexOf(columnName);
        const into = (columns[place] ?? new Array(rows)) as unknown[];
        columns[place] = into;
        for (let i = 0; i < columnData.length; i++) into[at - rowStart + i] = columnData[i];
      },
    });
    yield linesOf(columns, rows, rowStart + 1);
    rowStart += rows;
  }
}
