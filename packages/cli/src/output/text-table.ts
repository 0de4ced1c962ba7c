// Knows how rows look as a table at a terminal: columns as wide as their widest cell, numbers to the right.
import type { Cell } from "@rettvei/analysis";

const MAX_WIDTH = 60;

function cellText(cell: Cell | undefined): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH - 1)}…` : text;
}

/** The table with a header and a line under it; with no rows it says so. */
export function textTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "(no rows)\n";
  const texts = rows.map((row) => columns.map((_, i) => cellText(row[i])));
  const used = columns.map((_, i) => texts.some((row) => row[i] !== ""));
  const widths = columns.map((column, i) =>
    texts.reduce((width, row) => Math.max(width, row[i]?.length ?? 0), column.length),
  );
  const toRight = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const line = (cells: readonly string[]): string =>
    cells
      .flatMap((cell, i) => {
        if (!used[i]) return [];
        const width = widths[i] ?? 0;
        return [toRight[i] ? cell.padStart(width) : cell.padEnd(width)];
      })
      .join("  ")
      .trimEnd();
  const rule = line(widths.map((width) => "─".repeat(width)));
  return `${[line(columns), rule, ...texts.map(line)].join("\n")}\n`;
}
