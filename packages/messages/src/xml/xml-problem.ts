// Knows what is wrong in a message and where: codes that stay, line, column and path; never what the message says.

/** Codes are stable: never given another meaning, never deleted. */
export type MessageProblemCode =
  | "bad-encoding"
  | "not-well-formed"
  | "forbidden-construct"
  | "too-big"
  | "unknown-message"
  | "unexpected-element"
  | "missing-element"
  | "unexpected-attribute"
  | "unexpected-text"
  | "bad-value"
  | "no-place"
  | "schema";

export interface MessageProblem {
  readonly code: MessageProblemCode;
  /** 1-based; 0 where a message that was to be written has no lines yet. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Path of the element, as `/MsgHead/MsgInfo/Type`; empty where no element was reached. */
  readonly path: string;
  readonly expected: string;
  /** What stood there, told without any text of the message. */
  readonly found: string;
}

/** One line for people: `LINE:COLUMN: path: expected X, got Y`. */
export function messageProblemLine(problem: MessageProblem): string {
  const { line, column, path, expected, found } = problem;
  return `${line}:${column}: ${path === "" ? "" : `${path}: `}expected ${expected}, got ${found}`;
}

export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** Finds line and column of an index into a text. CR LF, LF and CR each end a line. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    const at = lastUpTo(starts, offset);
    return { line: at + 1, column: Math.max(offset, 0) - (starts[at] ?? 0) + 1 };
  };
}

export function placeOf(text: string, offset: number): Place {
  return placesIn(text.slice(0, Math.max(offset, 0)))(offset);
}

/** Index of the last of the rising numbers that is not above the limit. */
function lastUpTo(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
