// Knows the letter to the patient that a decision of a referral gives: the same words when it is previewed and when it is sent.
import type { CalendarDate } from "@rettvei/engine";
import type { ContentOf } from "../../outbox/message-content.ts";
import { letterDate } from "./letter-date.ts";
import type { Referral } from "./referral.ts";
import type { MOVE_REASONS } from "./referral-facts.ts";
import { REFERRAL_TEXTS } from "./referral-texts.ts";

export type Letter = Pick<ContentOf<"letter">, "title" | "text" | "language">;

/** What the letter tells of a right; what is not decided yet is left out. */
export interface TellingOfRight {
  readonly legalDeadline: CalendarDate | null;
  readonly careFrom: CalendarDate | null;
  readonly text: string | null;
}

export interface TellingOfRefusal {
  readonly reasons: string | null;
  readonly furtherMeasures: string | null;
  readonly howToComplain: string | null;
}

const there = (text: string | null): text is string => text !== null && text.trim() !== "";

export function grantedLetter(
  { content: { language } }: Referral,
  unit: string,
  { legalDeadline, careFrom, text }: TellingOfRight,
): Letter {
  const texts = REFERRAL_TEXTS[language];
  const deadline = legalDeadline === null ? "…" : letterDate(legalDeadline, language);
  const begins = careFrom === null ? [] : [texts.careFrom(letterDate(careFrom, language))];
  const words = [texts.granted(unit, deadline), ...begins, ...(there(text) ? [text] : [])];
  return { title: texts.grantedTitle, text: words.join("\n\n"), language };
}

export function refusedLetter(
  { content: { language } }: Referral,
  unit: string,
  { reasons, furtherMeasures, howToComplain }: TellingOfRefusal,
): Letter {
  const texts = REFERRAL_TEXTS[language];
  const parts = [
    [texts.reasons, reasons],
    [texts.furtherMeasures, furtherMeasures],
    [texts.howToComplain, howToComplain],
  ] as const;
  const said = parts.map(([heading, words]) => `${heading}\n${there(words) ? words : "…"}`);
  const text = [texts.refused(unit), ...said].join("\n\n");
  return { title: texts.refusedTitle, text, language };
}

/** A deadline that was moved; the first one is told where it was moved before. */
export interface TellingOfMove {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reason: (typeof MOVE_REASONS)[number];
  readonly first: CalendarDate;
}

/** The note of a move stays with those who wrote it: the patient is told the coded reason in plain words. */
export function movedLetter(
  { content: { language } }: Referral,
  unit: string,
  { from, to, reason, first }: TellingOfMove,
): Letter {
  const texts = REFERRAL_TEXTS[language];
  const date = (on: CalendarDate) => letterDate(on, language);
  const words = [
    texts.moved(unit, date(from), date(to)),
    texts.movedWhy[reason],
    ...(first === from ? [] : [texts.firstDeadline(date(first))]),
    texts.movedRights,
  ];
  return { title: texts.movedTitle, text: words.join("\n\n"), language };
}
