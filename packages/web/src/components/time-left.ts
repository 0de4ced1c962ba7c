// Knows how the days to a date, or since it, are said for each kind of date.
import type { NextDateKind } from "@rettvei/engine";
import type { Catalogue } from "../i18n/catalogue.ts";

export type Tone = "breach" | "over" | "soon" | "calm";

export interface TimeLeft {
  readonly tone: Tone;
  readonly words: string;
}

/** Days ahead that are shown as soon. */
const SOON = 7;

function passed(days: number, kind: NextDateKind, t: Catalogue): TimeLeft {
  switch (kind) {
    case "legal-deadline":
    case "statutory":
      return { tone: "breach", words: t.left.breached(days) };
    case "recommendation":
      return { tone: "over", words: t.left.overRecommended(days) };
    case "target":
      return { tone: "over", words: t.left.overTarget(days) };
    case "local":
      return { tone: "over", words: t.left.overLocal(days) };
    case "planned":
      return { tone: "over", words: t.left.sincePlanned(days) };
  }
}

/** Only a statutory date is ever said to be breached. `daysLeft` is negative when the date has passed. */
export function timeLeft(daysLeft: number, kind: NextDateKind, t: Catalogue): TimeLeft {
  if (daysLeft < 0) return passed(-daysLeft, kind, t);
  const tone = daysLeft <= SOON ? "soon" : "calm";
  return { tone, words: daysLeft === 0 ? t.left.today : t.left.left(daysLeft) };
}
