// Knows the verdict rows of a course as lines of CSV, put together without a row of cells for each of millions.
import { type JudgedCourse, type Verdict, verdictsOf } from "@rettvei/engine";
import { compareVerdicts } from "./verdict-row.ts";
import { csvCell } from "./write-rows.ts";

/** A line as `csvLine` writes it of a verdict's row. Only ids of the file may need quotes: the rest are words and dates of the format. */
function lineOf(start: string, verdict: Verdict): string {
  const { rule, from, to, edition, open, postponed } = verdict;
  const toCells = to === undefined ? "," : `${to.event},${to.occurredOn}`;
  const limit = `${verdict.limitDays ?? ""},${verdict.dueOn ?? ""}`;
  const days = `${verdict.days ?? ""},${verdict.overBy ?? ""}`;
  const answer = `${verdict.verdict},${open},${verdict.reason ?? ""}`;
  const place = `${verdict.careLevel ?? ""},${csvCell(verdict.unitId ?? null)}`;
  return `${start},${edition},${rule.id},${rule.standing},${from.event},${from.occurredOn},${toCells},${limit},${days},${answer},${place},${postponed}\n`;
}

/** All verdict rows of a course in the format's order, each with its end of line. */
export function verdictLines(judged: JudgedCourse): string {
  const { courseId, pathway } = judged.log;
  const start = `${csvCell(courseId)},${pathway}`;
  let lines = "";
  for (const verdict of [...verdictsOf(judged)].sort(compareVerdicts)) {
    lines += lineOf(start, verdict);
  }
  return lines;
}
