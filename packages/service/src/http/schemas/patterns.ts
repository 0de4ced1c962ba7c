// Knows which letters texts of requests may hold, as patterns that every language can read, and how to tell what one asks for.

/** No control characters: a text on one line. */
export const ONE_LINE = "^[^\\x00-\\x1f\\x7f]+$";

/** No control characters but tab and line breaks. */
export const LINES = "^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]+$";

export const TELEPHONE = "^[+0-9 ()-]+$";

const WANTED: Readonly<Record<string, string>> = {
  [ONE_LINE]: "a text on one line",
  [LINES]: "a text without control characters but tab and line breaks",
  [TELEPHONE]: "digits, spaces, +, -, ( and )",
};

/** What a text of the pattern is, for whoever sent another. */
export function wantedBy(pattern: string): string {
  return WANTED[pattern] ?? `a text of the form ${pattern}`;
}
