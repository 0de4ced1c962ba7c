// Knows how one verdict is said: what it is, from when to when, its limit and its source.
import type { SourceRef, Verdict } from "@rettvei/engine";
import {
  type BoundWording,
  type Counted,
  counted,
  fill,
  type Wording,
} from "../wording/wording.ts";
import { eventName, type Telling } from "./telling.ts";

function sentenceFor(verdict: Verdict, words: Wording): string {
  switch (verdict.verdict) {
    case "met":
      return words.met;
    case "pending":
      return words.openPending;
    case "not-applicable":
      return words.notApplicable;
    case "undetermined":
      if (verdict.open) return words.undeterminedOpen;
      return verdict.to === undefined ? words.undeterminedEnded : words.undeterminedClosed;
    case "not-met":
      if (verdict.reason === "too-early") return words.tooEarly;
      if (verdict.reason === "ended") return words.endedOver;
      return verdict.open ? words.openOver : words.notMet;
  }
}

/** The days of a verdict are working days where its rule counts so. */
function unitOf({ rule }: Verdict, words: Wording): Counted {
  const working = rule.kind === "interval" && rule.count === "working-days";
  return working ? words.workingDays : words.calendarDays;
}

function boundOf({ rule, limit }: Verdict, words: Wording): BoundWording {
  return words.bounds[limit?.source.evidence === "local" ? "local" : rule.standing];
}

function saidOf(telling: Telling, verdict: Verdict): string {
  const { words } = telling;
  const unit = unitOf(verdict, words);
  const bound = boundOf(verdict, words);
  const over = verdict.overBy === undefined ? "" : counted(verdict.overBy, unit);
  return fill(sentenceFor(verdict, words), {
    within: bound.within,
    past: fill(bound.past, { over }),
    due: fill(bound.due, { dueOn: verdict.dueOn ?? "" }),
    days: verdict.days === undefined ? "" : counted(verdict.days, unit),
    from: eventName(telling, verdict.from.event),
    fromOn: verdict.from.occurredOn,
    to: eventName(telling, verdict.to?.event ?? verdict.rule.to),
    toOn: verdict.to?.occurredOn ?? "",
    reason: verdict.reason === undefined ? "" : words.reason[verdict.reason],
  });
}

function limitLines(verdict: Verdict, words: Wording): readonly string[] {
  const { limit, limitDays, dueOn } = verdict;
  const standing = boundOf(verdict, words).name;
  if (limitDays !== undefined) {
    const least = limit?.atLeast === undefined ? "" : `${limit.atLeast}–`;
    return [
      fill(words.limit, { standing, least, limit: counted(limitDays, unitOf(verdict, words)) }),
    ];
  }
  return dueOn === undefined ? [] : [fill(words.ownDate, { standing, dueOn })];
}

function sourceText({ bundle, words }: Telling, { ref, section, evidence }: SourceRef): string {
  return fill(words.source, {
    title: bundle.sources[ref]?.title ?? ref,
    section: section === undefined ? "" : `, ${section}`,
    evidence: words.evidence[evidence],
  });
}

export function verdictLines(telling: Telling, verdict: Verdict): readonly string[] {
  const { words, language } = telling;
  const { rule, limit, postponed } = verdict;
  return [
    `• ${rule.title[language]} (${rule.id})`,
    ...[
      saidOf(telling, verdict),
      ...limitLines(verdict, words),
      ...(postponed ? [words.postponed] : []),
      sourceText(telling, limit?.source ?? rule.source),
    ].map((line) => `    ${line}`),
  ];
}
