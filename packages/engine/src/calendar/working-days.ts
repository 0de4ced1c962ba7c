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

/** The working days of one year. */
interface WorkingYear {
  readonly firstDay: DayNumber;
  /** Working days of the year up to and including each of its days. */
  readonly counts: Uint16Array;
  /** Day numbers of the year's working days, in order. */
  readonly workingDays: Int32Array;
}

function workingYear(year: number, rules: WorkingDayRules): WorkingYear {
  const firstDay = dayNumberOf(year, 1, 1);
  const holidays = holidaysOf(year, rules);
  const counts = new Uint16Array(dayNumberOf(year + 1, 1, 1) - firstDay);
  const workingDays: DayNumber[] = [];
  for (let at = 0; at < counts.length; at++) {
    const day = firstDay + at;
    if (!rules.weekend.includes(weekdayOf(day)) && !holidays.has(day)) workingDays.push(day);
    counts[at] = workingDays.length;
  }
  return { firstDay, counts, workingDays: Int32Array.from(workingDays) };
}

/** Makes a calendar that works out each year once, when first asked for. */
export function workingCalendar(rules: WorkingDayRules): WorkingCalendar {
  const years = new Map<number, WorkingYear>();
  const yearAt = (year: number): WorkingYear => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const made = workingYear(year, rules);
    years.set(year, made);
    return made;
  };
  const countUpTo = (day: DayNumber, year: WorkingYear): number =>
    year.counts[day - year.firstDay] ?? 0;

  const workingDaysBetween = (from: DayNumber, to: DayNumber): number => {
    if (to < from) return -workingDaysBetween(to, from);
    const fromYear = toYearMonthDay(from).year;
    const toYear = toYearMonthDay(to).year;
    let days = countUpTo(to, yearAt(toYear)) - countUpTo(from, yearAt(fromYear));
    for (let year = fromYear; year < toYear; year++) days += yearAt(year).workingDays.length;
    return days;
  };

  const addWorkingDays = (from: DayNumber, days: number): DayNumber => {
    if (days === 0) return from;
    let year = toYearMonthDay(from).year;
    let place = countUpTo(from, yearAt(year)) + days;
    for (let free = yearAt(year).workingDays.length; place > free; ) {
      place -= free;
      year++;
      free = yearAt(year).workingDays.length;
    }
    return yearAt(year).workingDays[place - 1] ?? from;
  };

  const isWorkingDay = (day: DayNumber): boolean => workingDaysBetween(day - 1, day) === 1;

  return { isWorkingDay, workingDaysBetween, addWorkingDays };
}
