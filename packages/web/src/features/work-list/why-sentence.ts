// Knows how the reason of a next date is said in one line.
import type { Texts as ApiTexts, Why } from "../../app/api/contract.ts";
import { inSentence } from "../../i18n/dates.ts";
import type { Texts } from "../../i18n/texts-context.tsx";

export type Wording = Pick<Texts, "t" | "pick" | "dateNear">;

/** Names in the reader's language; an id that the service gave no text for stands as it is. */
export type Names = Pick<ApiTexts, "events" | "rules">;

/** `42 dager fra første fremmøte 3. mars`; without a rule the date is the plan's own. */
export function whySentence(
  why: Why | null,
  asOf: string,
  names: Names | undefined,
  { t, pick, dateNear }: Wording,
): string {
  if (why === null) return t.why.planned;
  const event = names?.events[why.fromEvent];
  const from = event === undefined ? why.fromEvent : inSentence(pick(event.name));
  const on = dateNear(why.fromOn, asOf);
  if (why.limitDays === null) return t.why.deadline(from, on);
  const rule = names?.rules[why.ruleId];
  const count = rule?.count ?? undefined;
  if (count === undefined) {
    return t.why.noLimit(rule === undefined ? why.ruleId : pick(rule.title), from, on);
  }
  const days = count === "working-days" ? t.workingDays : t.days;
  return t.why.interval(days(why.limitDays), from, on);
}
