// Knows how many calendar days lie between two dates that the service sent.
import { parseCalendarDate, toDayNumber } from "@rettvei/engine";

/** Negative when the date has passed. */
export function daysUntil(date: string, asOf: string): number {
  return toDayNumber(parseCalendarDate(date)) - toDayNumber(parseCalendarDate(asOf));
}
