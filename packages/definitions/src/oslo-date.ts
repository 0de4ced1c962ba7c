// Knows the one place where an instant becomes a date: in Europe/Oslo, where the pathways are reported.
import { type CalendarDate, type Instant, parseCalendarDate } from "@rettvei/engine";

const oslo = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const HOUR = 3_600_000;
const known = new Map<number, CalendarDate>();
const MAX_KNOWN = 200_000;

/**
 * The calendar date in Europe/Oslo of an instant, given in UTC as text or as milliseconds since 1970.
 * Oslo's offset is a whole number of hours since 1895, so one answer serves the whole UTC hour.
 * Throws RangeError on text that is no instant.
 */
export function osloDate(instant: string | number): CalendarDate {
  const millis = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isNaN(millis))
    throw new RangeError(`instant: expected ISO 8601 with zone, got "${instant}"`);
  const hour = Math.floor(millis / HOUR);
  const cached = known.get(hour);
  if (cached !== undefined) return cached;
  const date = parseCalendarDate(oslo.format(millis));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(hour, date);
  return date;
}

/** Milliseconds since 1970 as the engine writes instants: UTC with three decimals. */
export function toInstant(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}
