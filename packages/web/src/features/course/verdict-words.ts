// Knows how a verdict is said: in words for its standing, and with which tone.
import type { NextDateKind, Standing, VerdictWord } from "@rettvei/engine";
import type { VerdictView } from "../../app/api/contract.ts";
import { timeLeft } from "../../components/time-left.ts";
import type { TagTone } from "../../components/tone-tag.tsx";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { daysUntil } from "./days-until.ts";

export interface VerdictWords {
  readonly tone: TagTone;
  readonly words: string;
}

/** The kind of date that a verdict has, or would have. */
export function kindOfVerdict(
  verdict: Pick<VerdictView, "standing" | "limitDays" | "limitCase" | "limitSource" | "dueOn">,
): NextDateKind {
  if (verdict.limitSource?.evidence === "local") return "local";
  const individual = verdict.limitCase === null && verdict.limitDays === null;
  return individual && verdict.standing === "statutory" && verdict.dueOn !== null
    ? "legal-deadline"
    : verdict.standing;
}

/** Only what is statutory is ever said to be breached. */
export function verdictLabel(
  verdict: VerdictWord,
  standing: Standing,
  tooEarly: boolean,
  t: Catalogue,
): VerdictWords {
  switch (verdict) {
    case "met":
      return { tone: "good", words: t.verdict.inside[standing] };
    case "not-met":
      if (tooEarly) return { tone: "over", words: t.verdict.tooEarly };
      return {
        tone: standing === "statutory" ? "breach" : "over",
        words: t.verdict.outside[standing],
      };
    case "pending":
      return { tone: "soon", words: t.verdict.running };
    case "not-applicable":
      return { tone: "none", words: t.verdict.notApplicable };
    case "undetermined":
      return { tone: "none", words: t.verdict.undetermined };
  }
}

/** The state of a verdict as it stands now: an open one with a date by the days to it. */
export function stateOfVerdict(verdict: VerdictView, t: Catalogue): VerdictWords {
  const { open, dueOn, asOf, standing, reason } = verdict;
  if (open && dueOn !== null) return timeLeft(daysUntil(dueOn, asOf), kindOfVerdict(verdict), t);
  return verdictLabel(verdict.verdict, standing, reason === "too-early", t);
}

function countOf(verdict: Pick<VerdictView, "count">, t: Catalogue): (days: number) => string {
  return verdict.count === "working-days" ? t.workingDays : t.days;
}

/** What a limit is, in words; undefined where there is none. */
export function limitWords(
  verdict: Pick<VerdictView, "count" | "limitDays" | "atLeastDays">,
  t: Catalogue,
): string | undefined {
  const { limitDays, atLeastDays } = verdict;
  if (limitDays === null) return undefined;
  const count = countOf(verdict, t);
  return atLeastDays === null
    ? t.trace.atMost(count(limitDays))
    : t.trace.between(count(atLeastDays), count(limitDays));
}

function usedWords(verdict: VerdictView, t: Catalogue): string | undefined {
  const { days, limitDays, open } = verdict;
  if (days === null || days < 0) return undefined;
  const count = countOf(verdict, t);
  if (limitDays !== null) return t.verdict.used(String(days), count(limitDays));
  return open ? t.verdict.usedOnly(count(days)) : t.verdict.took(count(days));
}

/** By how much a verdict is over its limit, as its rule counts; undefined if it is not. */
export function overWords(verdict: VerdictView, t: Catalogue): string | undefined {
  const { overBy } = verdict;
  return overBy === null ? undefined : t.verdict.overBy(countOf(verdict, t)(overBy));
}

/** The figures of a verdict in a few words: `63 av 42 dager · 21 dager over`. */
export function figuresOf(verdict: VerdictView, t: Catalogue): string {
  const parts = [usedWords(verdict, t), overWords(verdict, t)];
  return parts.filter((part) => part !== undefined).join(" · ");
}
