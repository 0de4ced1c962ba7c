// Knows how a Parquet file becomes event lines. Dates and timestamps may be typed or text.
import { toCalendarDate } from "@rettvei/engine";
import {
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type RowGroup,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { EVENT_COLUMNS, type EventLine, INDISPENSABLE, placeOf } from "./columns.ts";
import { missingColumn, shown, unknownColumn } from "./line-problem.ts";
import type { ParquetFile } from "./open-parquet.ts";
import type { Tell } from "./read-csv.ts";

const MILLIS_PER_DAY = 86_400_000;

/** Two figures of 0 to 59, written once. */
const TWO_FIGURES = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** The instant of milliseconds since 1970; a timestamp without zone is taken as UTC. */
function instantText(millis: number): string {
  const day = Math.floor(millis / MILLIS_PER_DAY);
  const ofDay = millis - day * MILLIS_PER_DAY;
  const [hour, minute, second] = [3_600_000, 60_000, 1_000].map(
    (unit, i) => TWO_FIGURES[Math.floor(ofDay / unit) % (i === 0 ? 24 : 60)],
  );
  const millisecond = String(Math.floor(ofDay % 1_000)).padStart(3, "0");
  return `${toCalendarDate(day)}T${hour}:${minute}:${second}.${millisecond}Z`;
}

/** Typed dates and timestamps as the text of the format, without a Date of each of millions. */
const PARSERS = {
  dateFromDays: (days: number): string => toCalendarDate(days),
  timestampFromMilliseconds: (millis: bigint): string => instantText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint): string => instantText(Number(micros / 1_000n)),
  timestampFromNanoseconds: (nanos: bigint): string => instantText(Number(nanos / 1_000_000n)),
};

/** The text of a value. Throws on a value that has none. */
function textOf(place: number, value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  throw new Error(`column ${EVENT_COLUMNS[place]} has a value that is no text, number or date`);
}

/** Columns of one row group, by the place of the event column. */
type ColumnValues = (unknown[] | undefined)[];

/** Few lines at a time, so that they are gone again before they have to be kept. */
const LINES_AT_A_TIME = 1_000;

/** Lines of a row group, in batches. `before` is the number of rows of the groups before it. */
function* linesOf(
  columns: ColumnValues,
  rows: number,
  before: number,
): Generator<readonly EventLine[]> {
  for (let first = 0; first < rows; first += LINES_AT_A_TIME) {
    const length = Math.min(LINES_AT_A_TIME, rows - first);
    yield Array.from({ length }, (_, i) => ({
      line: before + first + i + 1,
      values: columns.map((column, place) =>
        column === undefined ? undefined : textOf(place, column[first + i]),
      ),
    }));
  }
}

/** Names of the columns that hold a value in this group; those that are empty throughout need no reading. */
function filledColumns(group: RowGroup, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const chunk = group.columns.find((one) => one.meta_data?.path_in_schema[0] === name);
    return chunk?.meta_data?.statistics?.null_count !== group.num_rows;
  });
}

/** Names of the event columns of the file; undefined if no line can be read with them. */
function knownColumns(metadata: FileMetaData, tell: Tell): readonly string[] | undefined {
  const known = new Set<string>();
  let once = true;
  for (const { element, children } of parquetSchema(metadata).children) {
    const { name } = element;
    if (placeOf(name) === undefined) tell(unknownColumn(1, name));
    else if (children.length > 0) {
      tell({ line: 1, column: name, expected: "a column of single values", found: "a nested one" });
    } else if (known.has(name)) {
      once = false;
      tell({ line: 1, column: name, expected: "each column once", found: "it again" });
    } else known.add(name);
  }
  const missing = INDISPENSABLE.filter((name) => !known.has(name));
  for (const name of missing) tell(missingColumn(1, name));
  return once && missing.length === 0 ? [...known] : undefined;
}

/** Event lines in batches of a row group each. A file that is no Parquet is told as line 1. */
export async function* readParquet(
  file: ParquetFile,
  tell: Tell,
): AsyncGenerator<readonly EventLine[]> {
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    const columns = knownColumns(metadata, tell);
    if (columns !== undefined) yield* rowGroups(file, metadata, columns);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ line: 1, column: "", expected: "a readable Parquet file", found: shown(why) });
  }
}

async function* rowGroups(
  file: ParquetFile,
  metadata: FileMetaData,
  names: readonly string[],
): AsyncGenerator<readonly EventLine[]> {
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const columns: ColumnValues = EVENT_COLUMNS.map(() => undefined);
    const filled = filledColumns(group, names);
    await parquetRead({
      file,
      metadata,
      compressors,
      parsers: PARSERS,
      columns: [...filled],
      rowStart,
      rowEnd: rowStart + rows,
      onChunk: ({ columnName, columnData, rowStart: at }) => {
        const place = placeOf(columnName) ?? -1;
        const into = columns[place] ?? [];
        columns[place] = into;
        for (let i = 0; i < columnData.length; i++) into[at - rowStart + i] = columnData[i];
      },
    });
    for (const name of filled) {
      const values = columns[placeOf(name) ?? -1]?.length ?? 0;
      // The number of rows is the file's own word: it is believed only where all columns bear it out.
      if (values !== rows) throw new Error(`column ${name} has ${values} values for ${rows} rows`);
    }
    yield* linesOf(columns, rows, rowStart);
    rowStart += rows;
  }
}
