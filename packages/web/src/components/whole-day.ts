// Knows which days a field takes, and when one is typed to its end: a year half typed is a year of long ago.
import { type CalendarDate, isCalendarDate } from "@rettvei/engine";

export const FIRST_DAY = "1900-01-01";
export const LAST_DAY = "2999-12-31";

/** Whether the text is a day that exists, from `FIRST_DAY` to `LAST_DAY`, both inclusive. */
export function isWholeDay(text: string): text is CalendarDate {
  return isCalendarDate(text) && text >= FIRST_DAY && text <= LAST_DAY;
}
