// Knows how measured figures are laid out for people.
import type { MeasuredFigure } from "./figures.ts";

const HEAD = "figure | wanted | generated | counted | tolerance | known | source";
const RULE = "--- | ---: | ---: | ---: | ---: | --- | ---";

function shown(value: number): string {
  return value > 1 ? value.toFixed(1) : value.toFixed(3);
}

function rowOf({ name, wanted, generated, count, tolerance }: MeasuredFigure): string {
  const source = wanted.known === "assumed" ? "" : wanted.source;
  const figures = [shown(wanted.value), shown(generated), count, shown(tolerance)];
  return [name, ...figures, wanted.known, source].join(" | ");
}

/** A Markdown table: figure, wanted, generated, how many were counted, tolerance, how it is known, source. */
export function calibrationTable(figures: readonly MeasuredFigure[]): string {
  return [HEAD, RULE, ...figures.map(rowOf)].map((row) => `| ${row} |`).join("\n");
}
