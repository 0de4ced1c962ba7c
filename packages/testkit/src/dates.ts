// Knows how tests speak of dates: `on("2024-02-29")`, `daysAfter(42, ...)`, `at("2024-03-31", "02:30")`.
import type { CalendarDate, Instant } from "@rettvei/engine";

const DAY = 86_400_000;
const osloClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  dateStyle: "short",
  timeStyle: "medium",
});

/** A calendar date written as text. Throws on a date that no calendar has. */
export function on(text: string): CalendarDate {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`on: expected a date YYYY-MM-DD, got "${text}"`);
  }
  return text as CalendarDate;
}

/** The date so many calendar days after another; before it, if negative. */
export function daysAfter(days: number, date: string): CalendarDate {
  return on(new Date(Date.parse(`${on(date)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10));
}

export function daysBefore(days: number, date: string): CalendarDate {
  return daysAfter(-days, date);
}

/** The instant written by any ISO text with zone, as the engine keeps it. */
export function instant(text: string): Instant {
  const time = Date.parse(text);
  if (Number.isNaN(time) || !/(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    throw new RangeError(`instant: expected ISO 8601 with zone, got "${text}"`);
  }
  return new Date(time).toISOString() as Instant;
}

/** The first instant at which clocks in Oslo show this; of a skipped hour, the same moment an hour on. */
export function at(date: string, clock: string): Instant {
  const asUtc = Date.parse(`${on(date)}T${clock}:00Z`);
  const shown = `${date} ${clock}:00`;
  const summer = asUtc - 2 * 3_600_000;
  const isSummer = osloClock.format(summer) === shown;
  return new Date(isSummer ? summer : asUtc - 3_600_000).toISOString() as Instant;
}

/** The date in Oslo at an instant. */
export function osloDate(moment: Instant): CalendarDate {
  return osloClock.format(Date.parse(moment)).slice(0, 10) as CalendarDate;
}
