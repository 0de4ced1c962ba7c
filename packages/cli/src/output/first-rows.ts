// Knows how many of many rows a table shows, and what is said of the rest.

/** The first rows, at most `most`, and how many rows there were in all. The rest is counted, not kept. */
export function firstRows<T>(
  rows: Iterable<T>,
  most: number,
): { readonly shown: readonly T[]; readonly total: number } {
  const shown: T[] = [];
  let total = 0;
  for (const row of rows) {
    if (total < most) shown.push(row);
    total++;
  }
  return { shown, total };
}

/** What stands below a table that does not hold all rows; nothing if it does. */
export function restText(shown: number, total: number): string {
  if (shown === total) return "";
  const [some, all] = [shown, total].map((count) => count.toLocaleString("en"));
  return `\nThe first ${some} of ${all} rows. All of them: with --format csv, or through a pipe.\n`;
}
