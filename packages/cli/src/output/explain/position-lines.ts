// Knows how it is said where a course is: phase, next step, next date and what kind of date it is.
import { daysBetween, type NextDateKind, positionOf, type Verdict } from "@rettvei/engine";
import { counted, fill, type Wording } from "../wording/wording.ts";
import { eventName, type Telling } from "./telling.ts";

function kindText(kind: NextDateKind, { bounds }: Wording): string {
  switch (kind) {
    case "legal-deadline":
    case "statutory":
      return bounds.statutory.name.toLowerCase();
    case "recommendation":
    case "planned":
      return bounds.recommendation.name.toLowerCase();
    case "target":
    case "local":
      return bounds[kind].name.toLowerCase();
  }
}

function leftText(days: number, words: Wording): string {
  if (days === 0) return words.today;
  const n = counted(Math.abs(days), words.calendarDays);
  return fill(days > 0 ? words.daysLeft : words.daysOver, { n });
}

export function positionLines(telling: Telling, verdicts: readonly Verdict[]): readonly string[] {
  const { judged, language, words } = telling;
  const { phase, running, nextDate, nextStep } = positionOf(judged.course, verdicts);
  const lines = phase ? [fill(words.phase, { phase: phase.name[language] })] : [];
  if (!running) return [...lines, words.ended];
  if (nextStep) lines.push(fill(words.nextStep, { step: eventName(telling, nextStep) }));
  if (nextDate === undefined) return [...lines, words.noPublishedTime];
  const left = leftText(daysBetween(judged.course.asOf, nextDate.on), words);
  const kind = kindText(nextDate.kind, words);
  return [...lines, fill(words.nextDate, { date: nextDate.on, kind, left })];
}
