// Knows what is wrong with a line of an event file.

export interface LineProblem {
  readonly line: number;
  /** Name of the column; empty where the line as a whole is wrong. */
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

const MAX_SHOWN = 60;

/** Characters that would break the line or talk to the terminal. JSON leaves some of them as they are. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A value as an error may show it: short, on one line. */
export function shown(value: string | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value.slice(0, MAX_SHOWN + 1)).replace(UNPRINTABLE, escaped);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** A name as an error may show it where the name of a column stands. */
function shownName(name: string): string {
  return name.replace(UNPRINTABLE, " ").slice(0, MAX_SHOWN);
}

export function unknownColumn(line: number, name: string): LineProblem {
  const expected = "a column of the event file";
  return { line, column: shownName(name), expected, found: shown(name) };
}

export function missingColumn(line: number, column: string): LineProblem {
  const expected = "the column in the header";
  return { line, column, expected, found: "none, so no line can be read" };
}

/** `FILE:LINE: COLUMN: expected X, got Y`. */
export function lineProblemText(file: string, problem: LineProblem): string {
  const column = problem.column === "" ? "" : `${problem.column}: `;
  return `${file}:${problem.line}: ${column}expected ${problem.expected}, got ${problem.found}`;
}
