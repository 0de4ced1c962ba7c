// Knows which signs something that was looked up has, with the numbers that the log controller is shown.
import type { Static } from "typebox";
import type { SignRow } from "../store/signs-of-access.ts";
import type { Sign, SignSchema } from "./access-review.ts";

type Shown = Static<typeof SignSchema>;

function sign(word: Sign, figures: Readonly<Record<string, number>> = {}): Shown {
  return {
    sign: word,
    figures: Object.entries(figures).map(([of, figure]) => ({ of, figure })),
  };
}

/** At least one, in the order of how much they say. */
export function signsOf(row: SignRow): readonly Shown[] {
  const { refused, after_end: days, volume: patients, usual, off_hours: looks } = row;
  return [
    ...(row.self ? [sign("self")] : []),
    ...(row.family ? [sign("family")] : []),
    ...(row.break_glass ? [sign("break-glass")] : []),
    ...(row.protected ? [sign("protected")] : []),
    ...(row.no_relation ? [sign("no-relation")] : []),
    ...(row.colleague ? [sign("colleague")] : []),
    ...(row.same_surname ? [sign("same-surname")] : []),
    ...(days === null ? [] : [sign("after-end", { days })]),
    ...(refused === null ? [] : [sign("refused", { patients: refused })]),
    ...(patients === null ? [] : [sign("volume", { patients, usual: usual ?? 0 })]),
    ...(looks === null ? [] : [sign("off-hours", { looks })]),
  ];
}
