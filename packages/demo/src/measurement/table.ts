// Knows how measured figures are laid out for people.
import type { MeasuredFigure } from "./figures.ts";

function shown(value: number): string {
  return value > 1 ? value.toFixed(1) : value.toFixed(3);
}

/** A Markdown table: figure, published, generated, how many were counted, tolerance, source. */
export function calibrationTable(figures: readonly MeasuredFigure[]): string {
  const rows = figures.map(({ name, wanted, generated, count, tolerance }) =>
    [name, shown(wanted.value), shown(generated), count, shown(tolerance), wanted.source].join(
      " | ",
    ),
  );
  const head = [
    "figure | published | generated | counted | tolerance | source",
    "--- | ---: | ---: | ---: | ---: | ---",
  ];
  return [...head, ...rows].map((row) => `| ${row} |`).join("\n");
}
