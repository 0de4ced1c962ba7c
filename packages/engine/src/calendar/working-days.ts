// Knows which days are working days, from rules for weekends, fixed holidays and holidays that follow Easter.
import { type DayNumber, dayNumberOf, toYearMonthDay, weekdayOf } from "./calendar-date.ts";
import { easterSunday } from "./easter.ts";

/** Rules that make the free days of any year; nothing is listed year by year. */
export interface WorkingDayRules {
  /** ISO weekdays that are free (6 is Saturday). */
  readonly weekend: readonly number[];
  /** Free days of every year as `MM-DD`. */
  readonly fixed: readonly string[];
  /** Free days as days after Easter Sunday (negative before). */
  readonly easterOffsets: readonly number[];
}

export interface WorkingCalendar {
  isWorkingDay(day: DayNumber): boolean;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: DayNumber, to: DayNumber): number;
  /** The day on which the count from `from` reaches `days` (days > 0); `from` itself when `days` is 0. */
  addWorkingDays(from: DayNumber, days: number): DayNumber;
}

function holidaysOf(year: number, rules: WorkingDayRules): ReadonlySet<DayNumber> {
  const easter = easterSunday(year);
  const days = new Set(rules.easterOffsets.map((offset) => easter + offset));
  for (const fixed of rules.fixed) {
    days.add(dayNumberOf(year, Number(fixed.slice(0, 2)), Number(fixed.slice(3, 5))));
  }
  return days;
}

export function workingCalendar(rules: WorkingDayRules): WorkingCalendar {
  const weekend = new Set(rules.weekend);
  const holidays = new Map<number, ReadonlySet<DayNumber>>();

  const holidaysIn = (year: number): ReadonlySet<DayNumber> => {
    const known = holidays.get(year);
    if (known !== undefined) return known;
    const made = holidaysOf(year, rules);
    holidays.set(year, made);
    return made;
  };
  const isWorkingDay = (day: DayNumber): boolean =>
    !weekend.has(weekdayOf(day)) && !holidaysIn(toYearMonthDay(day).year).has(day);

  /** Working days of a year up to and including the given day, by index of the day in its year. */
  const counts = new Map<number, Uint16Array>();
  const countsOf = (year: number): Uint16Array => {
    const known = counts.get(year);
    if (known !== undefined) return known;
    const first = dayNumberOf(year, 1, 1);
    const made = new Uint16Array(dayNumberOf(year + 1, 1, 1) - first);
    let count = 0;
    for (let i = 0; i < made.length; i++) {
      if (isWorkingDay(first + i)) count++;
      made[i] = count;
    }
    counts.set(year, made);
    return made;
  };
  const countWithin = (day: DayNumber, year: number): number =>
    countsOf(year)[day - dayNumberOf(year, 1, 1)] ?? 0;

  const workingDaysBetween = (from: DayNumber, to: DayNumber): number => {
    if (to < from) return -workingDaysBetween(to, from);
    const fromYear = toYearMonthDay(from).year;
    const toYear = toYearMonthDay(to).year;
    let days = countWithin(to, toYear) - countWithin(from, fromYear);
    for (let year = fromYear; year < toYear; year++) days += countsOf(year).at(-1) ?? 0;
    return days;
  };

  const addWorkingDays = (from: DayNumber, days: number): DayNumber => {
    let day = from;
    for (let left = days; left > 0; ) {
      day++;
      if (isWorkingDay(day)) left--;
    }
    return day;
  };

  return { isWorkingDay, workingDaysBetween, addWorkingDays };
}
