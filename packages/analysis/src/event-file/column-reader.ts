// Knows how the columns of one line after another are read, and tells each column that is bad.
import { type EventColumn, type EventLine, type LineValues, PLACE } from "./columns.ts";
import { type LineProblem, shown } from "./line-problem.ts";
import type { ValueCheck } from "./value-checks.ts";

type ReadColumn = <T>(column: EventColumn, check: ValueCheck<T>, expected: string) => T | undefined;

/** Reads the columns of the line it was last moved to. */
export interface ColumnReader {
  moveTo(line: EventLine): void;
  /** The text of a column; undefined where it is empty. */
  textOf(column: EventColumn): string | undefined;
  /** The value of a column that may be empty. Tells a bad one and gives undefined. */
  readonly optional: ReadColumn;
  /** The value of a column that must be there. Tells an empty or bad one and gives undefined. */
  readonly required: ReadColumn;
  /** Tells that a column is bad. */
  bad(column: EventColumn, expected: string): undefined;
  /** Whether nothing bad was told of the line. */
  isGood(): boolean;
}

/** Made once for a whole file: its functions are not made again for each of millions of lines. */
export function columnReader(tell: (problem: LineProblem) => void): ColumnReader {
  let values: LineValues = [];
  let line = 0;
  let told: EventLine["told"];
  let good = true;
  const bad = (column: EventColumn, expected: string): undefined => {
    good = false;
    tell({ line, column, expected, found: shown(values[PLACE[column]]) });
  };
  return {
    moveTo: (next) => {
      ({ values, line, told } = next);
      good = told === undefined;
    },
    textOf: (column) => values[PLACE[column]],
    optional: (column, check, expected) => {
      const text = values[PLACE[column]];
      return text === undefined ? undefined : (check(text) ?? bad(column, expected));
    },
    required: (column, check, expected) => {
      const text = values[PLACE[column]];
      if (text !== undefined) return check(text) ?? bad(column, expected);
      return told?.has(column) ? undefined : bad(column, expected);
    },
    bad,
    isGood: () => good,
  };
}
