// Knows the one place where an instant becomes a date: in Europe/Oslo, where the pathways are reported.
import { type CalendarDate, type Instant, parseCalendarDate } from "@rettvei/engine";

const oslo = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Written dates by hour, and by day for the hours of a day in UTC that have one date in Oslo. */
const byHour = new Map<number, CalendarDate>();
const byDay = new Map<number, CalendarDate>();
const MAX_KNOWN = 200_000;

function keep(dates: Map<number, CalendarDate>, key: number, millis: number): CalendarDate {
  const date = parseCalendarDate(oslo.format(millis));
  if (dates.size >= MAX_KNOWN) dates.clear();
  dates.set(key, date);
  return date;
}

/**
 * The calendar date in Europe/Oslo of an instant, given in UTC as text or as milliseconds since 1970.
 * Oslo has been a whole number of hours ahead of UTC since 1895, so one answer serves the whole UTC hour, and never more
 * than three of them, so one serves all hours of a UTC day but the last three.
 * Throws RangeError on text that is no instant.
 */
export function osloDate(instant: string | number): CalendarDate {
  const millis = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isNaN(millis))
    throw new RangeError(`instant: expected ISO 8601 with zone, got "${instant}"`);
  const day = Math.floor(millis / DAY);
  const hour = Math.floor(millis / HOUR);
  if (hour - day * 24 < 21) return byDay.get(day) ?? keep(byDay, day, millis);
  return byHour.get(hour) ?? keep(byHour, hour, millis);
}

/** Milliseconds since 1970 as the engine writes instants: UTC with three decimals. */
export function toInstant(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}
