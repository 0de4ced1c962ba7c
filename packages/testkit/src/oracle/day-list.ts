// Knows every day of three centuries, found by walking from one day to the next, and which are working days.
import { paschalMoon } from "./easter.ts";

interface Day {
  readonly text: string;
  readonly year: number;
  readonly monthDay: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** 1 January, 1 and 17 May, 25 and 26 December. */
const FIXED_HOLIDAYS = ["01-01", "05-01", "05-17", "12-25", "12-26"];
/** Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday, in days after Easter Sunday. */
const MOVING_HOLIDAYS = [-3, -2, 1, 39, 50];

const days: readonly Day[] = walk();
const positions: ReadonlyMap<string, number> = new Map(days.map((day, at) => [day.text, at]));
const holidays: ReadonlySet<string> = new Set(movingHolidays());
const working: readonly boolean[] = days.map(
  (day) => day.weekday <= 5 && !FIXED_HOLIDAYS.includes(day.monthDay) && !holidays.has(day.text),
);

function walk(): Day[] {
  const walked: Day[] = [];
  let weekday = 1; // 1 January 1900 was a Monday.
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= lengthOf(month, year); day += 1) {
        const monthDay = `${two(month)}-${two(day)}`;
        walked.push({ text: `${year}-${monthDay}`, year, monthDay, weekday });
        weekday = weekday === 7 ? 1 : weekday + 1;
      }
    }
  }
  return walked;
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function leap(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

function two(figure: number): string {
  return figure < 10 ? `0${figure}` : `${figure}`;
}

function movingHolidays(): string[] {
  const found: string[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const easter = positionOf(easterSunday(year));
    for (const offset of MOVING_HOLIDAYS) found.push(dayAt(easter + offset).text);
  }
  return found;
}

/** Easter Sunday: the first Sunday after the paschal full moon, found by looking at one day after another. */
export function easterSunday(year: number): string {
  const [month, day] = paschalMoon(year);
  let at = positionOf(`${year}-${two(month)}-${two(day)}`) + 1;
  while (dayAt(at).weekday !== 7) at += 1;
  return dayAt(at).text;
}

function positionOf(date: string): number {
  const at = positions.get(date);
  if (at === undefined) throw new RangeError(`day list: "${date}" is no day of 1900 to 2199`);
  return at;
}

function dayAt(position: number): Day {
  const day = days[position];
  if (day === undefined)
    throw new RangeError(`day list: position ${position} is outside 1900 to 2199`);
  return day;
}

/** How many days from one date to another; negative if the other is earlier. */
export function calendarDays(from: string, to: string): number {
  return positionOf(to) - positionOf(from);
}

/** The date a number of steps along the list. */
export function calendarDaysAfter(steps: number, from: string): string {
  return dayAt(positionOf(from) + steps).text;
}

export function isWorkingDay(date: string): boolean {
  return working[positionOf(date)] === true;
}

/** Working days from the day after `from` up to and with `to`, each looked at in turn. */
export function workingDays(from: string, to: string): number {
  let counted = 0;
  for (let at = positionOf(from) + 1; at <= positionOf(to); at += 1) {
    if (working[at] === true) counted += 1;
  }
  return counted;
}

/** The working day that is number `steps`, counted from the day after `from`. */
export function workingDaysAfter(steps: number, from: string): string {
  let at = positionOf(from);
  for (let counted = 0; counted < steps; ) {
    at += 1;
    if (working[at] === true) counted += 1;
  }
  return dayAt(at).text;
}
