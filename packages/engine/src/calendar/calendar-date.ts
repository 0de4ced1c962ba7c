// Knows calendar dates: ISO text to day number and back, and nothing of clocks or zones.

declare const calendarDate: unique symbol;

/** A date as `YYYY-MM-DD` (proleptic Gregorian, years 0001 to 9999). Text order is date order. */
export type CalendarDate = string & { readonly [calendarDate]: true };

/** Whole days since 1970-01-01; negative before it. */
export type DayNumber = number;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Tells whether the text is a date that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const longest = month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day <= longest;
}

/** Reads `YYYY-MM-DD`. Throws RangeError on text that is no existing date. */
export function parseCalendarDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new RangeError(`calendar date: expected an existing date YYYY-MM-DD, got "${text}"`);
}

/** Day number of a year, month (1 to 12) and day (1 to 31); the arithmetic is Hinnant's days_from_civil. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Days before each month in a year that is no leap year. */
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const ZERO = 48;

/** Day number of a date. Reads digits by position: the text is trusted to be a CalendarDate. */
export function toDayNumber(date: CalendarDate): DayNumber {
  const year =
    date.charCodeAt(0) * 1000 +
    date.charCodeAt(1) * 100 +
    date.charCodeAt(2) * 10 +
    date.charCodeAt(3) -
    ZERO * 1111;
  const month = date.charCodeAt(5) * 10 + date.charCodeAt(6) - ZERO * 11;
  const day = date.charCodeAt(8) * 10 + date.charCodeAt(9) - ZERO * 11;
  const before = year - 1;
  const leapDays = ((before / 4) | 0) - ((before / 100) | 0) + ((before / 400) | 0);
  const afterLeapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + (DAYS_BEFORE_MONTH[month] ?? 0) + afterLeapDay + day - 719163;
}

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month (1 to 12) and day (1 to 31) of a day number. */
export function toYearMonthDay(dayNumber: DayNumber): YearMonthDay {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) /
      365) |
    0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Written dates by days since 1900-01-01, made when first asked for: a population has few distinct days. */
const FIRST_KEPT = dayNumberOf(1900, 1, 1);
const KEPT_DAYS = dayNumberOf(2100, 1, 1) - FIRST_KEPT;
const kept: (CalendarDate | undefined)[] = new Array(KEPT_DAYS);

function writeDate(dayNumber: DayNumber): CalendarDate {
  const { year, month, day } = toYearMonthDay(dayNumber);
  const pad = (n: number, width: number): string => String(n).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** The date of a day number. */
export function toCalendarDate(dayNumber: DayNumber): CalendarDate {
  const at = dayNumber - FIRST_KEPT;
  if (at < 0 || at >= KEPT_DAYS) return writeDate(dayNumber);
  const known = kept[at];
  if (known !== undefined) return known;
  const date = writeDate(dayNumber);
  kept[at] = date;
  return date;
}

/** The date `days` calendar days after `date` (before it, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(toDayNumber(date) + days);
}

/** Calendar days from `from` to `to`: 0 on the same day, negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(dayNumber: DayNumber): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}
