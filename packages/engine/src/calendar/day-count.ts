// Knows the two ways of counting days: calendar days and working days.
import type { DayNumber } from "./calendar-date.ts";
import type { WorkingCalendar } from "./working-days.ts";

export interface DayCount {
  /** Days after `from` up to and including `to`. */
  between(from: DayNumber, to: DayNumber): number;
  /** How far `day` is past `due`, for a day that is past it; at least 1. */
  over(due: DayNumber, day: DayNumber): number;
  /** The day on which the count from `from` reaches `days`. */
  add(from: DayNumber, days: number): DayNumber;
}

export const CALENDAR_DAYS: DayCount = {
  between: (from, to) => to - from,
  over: (due, day) => day - due,
  add: (from, days) => from + days,
};

export function workingDayCount(calendar: WorkingCalendar): DayCount {
  return {
    between: calendar.workingDaysBetween,
    over: (due, day) => Math.max(1, calendar.workingDaysBetween(due, day)),
    add: calendar.addWorkingDays,
  };
}
