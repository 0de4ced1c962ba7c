// Knows an event file as a table: for each line the numbers of its texts, each distinct text kept once.
import { EVENT_COLUMNS, type EventLine, PLACE } from "./columns.ts";
import {
  type SharedDoubles,
  type SharedInts,
  sharedDoubles,
  sharedInts,
  withRoom,
} from "./shared-array.ts";
import { type PooledTexts, type TextPool, textPool } from "./text-pool.ts";
import { asMillis } from "./value-checks.ts";

const RECORDED_AT = PLACE.recorded_at;

/** Lines of a file in its order. Plain data that every thread can read. */
export interface EventTable {
  readonly rows: number;
  /** For each column, by its place, the number of each row's text; 0 where it is empty. */
  readonly codes: readonly SharedInts[];
  /** Good instants of `recorded_at` in milliseconds since 1970, which have no text; NaN where there is none. */
  readonly recordedAt: SharedDoubles;
  /** Number of each row's line in the file. */
  readonly lines: SharedInts;
  /** Texts of each column, by its place. */
  readonly texts: readonly PooledTexts[];
  /** Columns already told as bad, by row. */
  readonly told: ReadonlyMap<number, ReadonlySet<string>>;
}

export interface EventTableBuilder {
  /** Texts by the place of their column. */
  readonly pools: readonly TextPool[];
  addLine(line: EventLine): void;
  /** Puts numbers of texts into a column, from so many rows behind the last on. They count when the rows are added. */
  putCodes(place: number, from: number, codes: Int32Array): void;
  /** The same of `recorded_at`: milliseconds of good instants, else NaN, and by line the texts that are none. */
  putInstants(from: number, millis: Float64Array, texts: ReadonlyMap<number, string>): void;
  /** Adds rows that were put, with the numbers of their lines from `firstLine` on. */
  addRows(count: number, firstLine: number): void;
  table(): EventTable;
}

const FEW = 256;

export function eventTableBuilder(): EventTableBuilder {
  const pools = EVENT_COLUMNS.map(() => textPool());
  const told = new Map<number, ReadonlySet<string>>();
  let rows = 0;
  /** Columns that are empty throughout never grow. */
  const codes = EVENT_COLUMNS.map(() => sharedInts(0));
  let recordedAt = sharedDoubles(FEW);
  let lines = sharedInts(FEW);

  const makeRoom = (more: number): void => {
    recordedAt = withRoom(recordedAt, rows + more, sharedDoubles);
    lines = withRoom(lines, rows + more, sharedInts);
  };

  /** A column with room for so many more rows. */
  const columnWith = (place: number, more: number): SharedInts => {
    const column = withRoom(codes[place] ?? sharedInts(FEW), rows + more, sharedInts);
    codes[place] = column;
    return column;
  };

  const setText = (row: number, place: number, text: string): void => {
    columnWith(place, row - rows + 1)[row] = pools[place]?.codeOf(text) ?? 0;
  };

  const addLine = ({ line, values, told: columns }: EventLine): void => {
    makeRoom(1);
    const instant = values[RECORDED_AT];
    const millis = instant === undefined ? undefined : asMillis(instant);
    recordedAt[rows] = millis ?? Number.NaN;
    for (let place = 0; place < EVENT_COLUMNS.length; place++) {
      const text = values[place];
      if (text === undefined || (place === RECORDED_AT && millis !== undefined)) continue;
      setText(rows, place, text);
    }
    lines[rows] = line;
    if (columns !== undefined) told.set(rows, columns);
    rows++;
  };

  const putCodes = (place: number, from: number, column: Int32Array): void => {
    columnWith(place, from + column.length).set(column, rows + from);
  };

  const putInstants = (
    from: number,
    millis: Float64Array,
    texts: ReadonlyMap<number, string>,
  ): void => {
    makeRoom(from + millis.length);
    recordedAt.set(millis, rows + from);
    for (const [line, text] of texts) setText(rows + from + line, RECORDED_AT, text);
  };

  const addRows = (count: number, firstLine: number): void => {
    makeRoom(count);
    for (let i = 0; i < count; i++) lines[rows + i] = firstLine + i;
    rows += count;
  };

  const table = (): EventTable => {
    const texts = pools.map((pool) => pool.texts());
    const whole = codes.map((_, place) => columnWith(place, 0));
    return { rows, codes: whole, recordedAt, lines, texts, told };
  };
  return { pools, addLine, putCodes, putInstants, addRows, table };
}
