// Knows how a Parquet file becomes rows of a table. Dates and timestamps may be typed or text.
import { type FileMetaData, parquetMetadataAsync, parquetSchema, type RowGroup } from "hyparquet";
import { EVENT_COLUMNS, INDISPENSABLE, PLACE, placeOf } from "./columns.ts";
import type { EventTableBuilder } from "./event-table.ts";
import { flatPages } from "./flat-column.ts";
import { missingColumn, shown, unknownColumn } from "./line-problem.ts";
import type { ParquetFile } from "./open-parquet.ts";
import { pageCodes, pageInstants } from "./page-codes.ts";
import type { Tell } from "./read-csv.ts";

function chunkOf(group: RowGroup, name: string) {
  return group.columns.find((one) => one.meta_data?.path_in_schema[0] === name);
}

/** Whether a column is known to be empty throughout the group, so that it needs no reading. */
function isEmpty(group: RowGroup, name: string): boolean {
  // These are read all the same, so that there is something to bear the number of rows out.
  if (INDISPENSABLE.some((one) => one === name)) return false;
  return chunkOf(group, name)?.meta_data?.statistics?.null_count === group.num_rows;
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

/** A Parquet file with what it says of itself. */
interface DescribedFile {
  readonly file: ParquetFile;
  readonly metadata: FileMetaData;
}

/** Puts a column of a row group into the table. */
async function putColumn(
  { file, metadata }: DescribedFile,
  group: RowGroup,
  place: number,
  builder: EventTableBuilder,
): Promise<void> {
  const pool = builder.pools[place];
  const chunk = chunkOf(group, EVENT_COLUMNS[place] ?? "");
  if (pool === undefined || chunk === undefined) throw new Error("a column is not described");
  const codesOf = pageCodes(place, pool);
  let from = 0;
  for await (const page of flatPages(file, metadata, chunk, Number(group.num_rows))) {
    if (place === PLACE.recorded_at) {
      const { millis, texts } = pageInstants(page);
      builder.putInstants(from, millis, texts);
    } else builder.putCodes(place, from, codesOf(page));
    from += page.page.lines;
  }
}

/** The row groups of a file. Throws if they do not hold just the rows that the file says it has. */
function groupsWithAllRows(metadata: FileMetaData): readonly RowGroup[] {
  const groups = metadata.row_groups;
  const counts = groups.map((group) => Number(group.num_rows));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const whole = Number(metadata.num_rows);
  if (counts.some((count) => !(count >= 0)) || rows !== whole) {
    throw new Error(`${whole} rows in row groups of ${counts.join(", ") || "none"}`);
  }
  return groups;
}

async function* rowGroups(
  described: DescribedFile,
  names: readonly string[],
  builder: EventTableBuilder,
): AsyncGenerator<number> {
  let firstLine = 1;
  for (const group of groupsWithAllRows(described.metadata)) {
    for (const name of names) {
      if (!isEmpty(group, name)) await putColumn(described, group, placeOf(name) ?? -1, builder);
    }
    const rows = Number(group.num_rows);
    builder.addRows(rows, firstLine);
    firstLine += rows;
    yield rows;
  }
}

/** Adds the rows of one row group after the other and gives how many. A file that is no Parquet is told as line 1. */
export async function* readParquet(
  file: ParquetFile,
  builder: EventTableBuilder,
  tell: Tell,
): AsyncGenerator<number> {
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    const names = knownColumns(metadata, tell);
    if (names !== undefined) yield* rowGroups({ file, metadata }, names, builder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ line: 1, column: "", expected: "a readable Parquet file", found: shown(why) });
  }
}
