// Knows how the steps of a course are written as a value of PostgreSQL: an array of rows, exactly as the database writes it itself.
import type { StepTaken } from "../judging/steps-taken.ts";

/** A field of a row; of nothing, nothing. */
function field(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "t" : "f";
  const text = String(value);
  if (text !== "" && !/[\s"\\(),]/.test(text)) return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`;
}

/** A row has commas, so it is always quoted in its array. */
function element({ rule, on, days, over, unit }: StepTaken): string {
  const row = `(${[rule, on, days, over, unit].map(field).join(",")})`;
  return `"${row.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

export function stepsLiteral(steps: readonly StepTaken[]): string {
  return `{${steps.map(element).join(",")}}`;
}
