// Knows how the columns of one row after another are read, and tells each column that is bad.
import { type EventColumn, PLACE } from "./columns.ts";
import type { EventTable } from "./event-table.ts";
import { type LineProblem, shown } from "./line-problem.ts";
import { textReader } from "./text-pool.ts";
import type { ValueCheck } from "./value-checks.ts";

/** A column of the row that the reader was last moved to. */
export interface ReadColumn<T> {
  /** The value of a column that may be empty. Tells a bad one and gives undefined. */
  optional(): T | undefined;
  /** The value of a column that must be there. Tells an empty or bad one and gives undefined. */
  required(): T | undefined;
  /** The text; undefined where it is empty. */
  text(): string | undefined;
  isThere(): boolean;
  /** Tells that the column is bad. */
  bad(expected: string): undefined;
}

export interface ColumnReader {
  moveTo(row: number): void;
  /** Number of the row's line in the file. */
  line(): number;
  /** Whether nothing bad was told of the row. */
  isGood(): boolean;
  column<T>(column: EventColumn, check: ValueCheck<T>, expected: string): ReadColumn<T>;
  /** The instant in milliseconds since 1970 of `recorded_at`. Tells an empty or bad one and gives undefined. */
  recordedAt(expected: string): number | undefined;
}

/** Reads rows of one table. Its functions are made once, not again for each of millions of lines. */
export function columnReader(
  table: EventTable,
  tell: (problem: LineProblem) => void,
): ColumnReader {
  const { lines, texts, recordedAt } = table;
  let row = 0;
  let told: ReadonlySet<string> | undefined;
  let good = true;

  const column = <T>(name: EventColumn, check: ValueCheck<T>, expected: string): ReadColumn<T> => {
    const place = PLACE[name];
    const pooled = texts[place];
    const codes = table.codes[place] ?? new Int32Array(table.rows);
    const textOf = pooled === undefined ? () => "" : textReader(pooled);
    // A text is checked once and its value is one for all lines, unless nearly every line has another.
    const isKept = (pooled?.count ?? 0) * 2 < table.rows;
    const known: (T | undefined)[] = [];

    const text = (): string | undefined => {
      const code = codes[row] ?? 0;
      return code === 0 ? undefined : textOf(code);
    };
    const bad = (wanted: string): undefined => {
      good = false;
      tell({ line: lines[row] ?? 0, column: name, expected: wanted, found: shown(text()) });
    };
    const checked = (code: number): T | undefined => {
      const value = known[code] ?? check(textOf(code));
      if (value === undefined) return bad(expected);
      if (isKept) known[code] = value;
      return value;
    };
    const optional = (): T | undefined => {
      const code = codes[row] ?? 0;
      return code === 0 ? undefined : checked(code);
    };
    const required = (): T | undefined => {
      const code = codes[row] ?? 0;
      if (code !== 0) return checked(code);
      return told?.has(name) ? undefined : bad(expected);
    };
    return { optional, required, text, isThere: () => codes[row] !== 0, bad };
  };

  const unread = column("recorded_at", () => undefined, "");
  return {
    moveTo: (next) => {
      row = next;
      told = table.told.get(next);
      good = told === undefined;
    },
    line: () => lines[row] ?? 0,
    isGood: () => good,
    column,
    recordedAt: (expected) => {
      const millis = recordedAt[row] ?? Number.NaN;
      if (!Number.isNaN(millis)) return millis;
      return told?.has("recorded_at") ? undefined : unread.bad(expected);
    },
  };
}
