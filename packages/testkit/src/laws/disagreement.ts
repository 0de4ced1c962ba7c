// Knows whether two ways of judging give the same rows, and shows where they do not.
import { expect } from "vitest";
import type { Question } from "../arbitrary/any-patient.ts";
import { linesOf, type Rows } from "../rows/rows.ts";
import { smallest } from "./smallest.ts";

/** Lines only one of the two gives, `-` the left and `+` the right; empty if they agree. */
function disagreement(left: Rows, right: Rows): readonly string[] {
  const ofLeft = linesOf(left);
  const ofRight = linesOf(right);
  if (ofLeft.join("\n") === ofRight.join("\n")) return [];
  return [
    ...without(ofLeft, ofRight).map((line) => `- ${line}`),
    ...without(ofRight, ofLeft).map((line) => `+ ${line}`),
  ];
}

/** Lines of one list that are left when each line of the other has taken away one like itself. */
function without(lines: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...lines];
  for (const line of taken) {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

/** Fails with the smallest question on which two judges disagree, if they do on this one. */
export function expectAgreement(
  question: Question,
  left: (asked: Question) => Rows,
  right: (asked: Question) => Rows,
): void {
  const differs = (asked: Question) => disagreement(left(asked), right(asked)).length > 0;
  if (!differs(question)) return;
  const least = smallest(question, differs);
  expect(disagreement(left(least), right(least)), JSON.stringify(least, null, 1)).toEqual([]);
}

/** Fails with the lines that differ, if two judgements that must be the same are not. */
export function expectSameRows(left: Rows, right: Rows): void {
  const lines = disagreement(left, right);
  if (lines.length > 0) expect(lines).toEqual([]);
}
