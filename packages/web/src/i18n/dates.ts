// Knows how dates and instants are written for people.
import type { Catalogue } from "./catalogue.ts";

/** What dates are written with. */
export interface DateWords extends Pick<Catalogue, "dayMonth" | "time"> {
  readonly months: readonly string[];
}

function dayAndMonth(date: string, texts: DateWords): string {
  const month = texts.months[Number(date.slice(5, 7)) - 1];
  if (month === undefined) throw new RangeError("date: expected YYYY-MM-DD");
  return texts.dayMonth(Number(date.slice(8, 10)), month);
}

/** `3. mars 2026`; day and month are never parted by a line break. */
export function longDate(date: string, texts: DateWords): string {
  return `${dayAndMonth(date, texts)} ${date.slice(0, 4)}`;
}

/** As `longDate`, without the year where it is that of `near`. */
export function shortDate(date: string, near: string, texts: DateWords): string {
  return date.slice(0, 4) === near.slice(0, 4) ? dayAndMonth(date, texts) : longDate(date, texts);
}

const osloParts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant by the clock of Norway: `3. mars 2026 kl. 09:12`. */
export function instantInOslo(instant: string, texts: DateWords): string {
  const [date = "", clock = ""] = osloParts.format(new Date(instant)).split(" ");
  return `${longDate(date, texts)} ${texts.time(clock)}`;
}

/** A name as it stands inside a sentence; abbreviations keep their capitals. */
export function inSentence(name: string): string {
  const second = name.charAt(1);
  const abbreviation = second !== second.toLowerCase();
  return abbreviation ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
