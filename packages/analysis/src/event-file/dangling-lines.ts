// Knows which lines name a line that is not there, or one that is bad because it does so itself.
import { isVoid } from "@rettvei/engine";
import type { CheckedLine } from "./check-line.ts";

/** A line that takes another's record away. */
export interface ReferringLine {
  readonly checked: CheckedLine;
  readonly column: "voids" | "corrects";
  readonly target: string;
}

/** The line with what it refers to; undefined if it refers to nothing. */
export function referringLine(checked: CheckedLine): ReferringLine | undefined {
  const { record } = checked;
  if (isVoid(record)) return { checked, column: "voids", target: record.voids };
  const { corrects } = record;
  return corrects === undefined ? undefined : { checked, column: "corrects", target: corrects };
}

function byTarget(lines: readonly ReferringLine[]): ReadonlyMap<string, readonly ReferringLine[]> {
  const referrers = new Map<string, ReferringLine[]>();
  for (const line of lines) {
    const known = referrers.get(line.target);
    if (known === undefined) referrers.set(line.target, [line]);
    else known.push(line);
  }
  return referrers;
}

/**
 * The lines that name no good line of their course. A line that names one of these is one itself, and so on.
 * `courseOf` gives the course of every good record.
 */
export function danglingLines(
  lines: readonly ReferringLine[],
  courseOf: ReadonlyMap<string, string>,
): ReadonlyMap<CheckedLine, ReferringLine> {
  const referrers = byTarget(lines);
  const waiting = lines.filter(({ checked, target }) => courseOf.get(target) !== checked.courseId);
  const dangling = new Map(waiting.map((line) => [line.checked, line]));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const referrer of referrers.get(next.checked.record.recordId) ?? []) {
      if (dangling.has(referrer.checked)) continue;
      dangling.set(referrer.checked, referrer);
      waiting.push(referrer);
    }
  }
  return dangling;
}
