// Knows how rows look as a table at a terminal: numbers to the right, long texts broken into lines.
import type { Cell } from "@rettvei/analysis";
import { wrap } from "./wrap.ts";

const MAX_WIDTH = 60;
/** Columns are not made narrower: a date and the words of a verdict stay whole. */
const MIN_WIDTH = 12;
const GAP = "  ";

function cellText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

/** Width of each column by its widest cell; 0 where all cells are empty, and then the column is left out. */
function widthsOf(columns: readonly string[], texts: readonly (readonly string[])[]): number[] {
  return columns.map((column, i) => {
    const widest = texts.reduce((width, row) => Math.max(width, row[i]?.length ?? 0), 0);
    return widest === 0 ? 0 : Math.min(MAX_WIDTH, Math.max(widest, column.length));
  });
}

/** The widths with the widest made narrower until all fit into the room, or none can give more. */
function fitted(widths: readonly number[], room: number): readonly number[] {
  const fit = [...widths];
  const gaps = GAP.length * (fit.filter((width) => width > 0).length - 1);
  let over = fit.reduce((sum, width) => sum + width, gaps) - room;
  while (over > 0) {
    const widest = Math.max(...fit);
    if (widest <= MIN_WIDTH) break;
    fit[fit.indexOf(widest)] = widest - 1;
    over--;
  }
  return fit;
}

/** The table with a header and a line under it, no wider than `room` if that can be; with no rows it says so. */
export function textTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  room = Number.POSITIVE_INFINITY,
): string {
  if (rows.length === 0) return "(no rows)\n";
  const texts = rows.map((row) => columns.map((_, i) => cellText(row[i])));
  const widths = fitted(widthsOf(columns, texts), room);
  const shown = columns.flatMap((_, i) => (widths[i] ? [i] : []));
  const toRight = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));

  const pad = (text: string, i: number): string => {
    const width = widths[i] ?? 0;
    return toRight[i] ? text.padStart(width) : text.padEnd(width);
  };
  const lines = (cells: readonly string[]): readonly string[] => {
    const parts = cells.map((cell, i) => wrap(cell, widths[i] || MIN_WIDTH));
    const height = Math.max(...shown.map((i) => parts[i]?.length ?? 1));
    return Array.from({ length: height }, (_, at) =>
      shown
        .map((i) => pad(parts[i]?.[at] ?? "", i))
        .join(GAP)
        .trimEnd(),
    );
  };
  const rule = widths.map((width) => "─".repeat(width));
  return `${[...lines(columns), ...lines(rule), ...texts.flatMap(lines)].join("\n")}\n`;
}
