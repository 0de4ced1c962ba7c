// Knows what is wrong in a definition file and where.

export interface Problem {
  /** Path of the file, relative to the definitions' folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Path within the document, as `rules[2].limits[0].at-most`; empty for the document itself. */
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/** One line for people: `FILE:LINE:COLUMN: at: expected X, got Y`. */
export function problemLine({ file, line, column, at, expected, found }: Problem): string {
  const where = at === "" ? "" : `${at}: `;
  return `${file}:${line}:${column}: ${where}expected ${expected}, got ${found}`;
}

/** Thrown where definitions must be whole; carries every problem found. */
export class DefinitionsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `${problems.length} problem(s) in the definitions:\n${problems.map(problemLine).join("\n")}`,
    );
    this.name = "DefinitionsError";
    this.problems = problems;
  }
}
