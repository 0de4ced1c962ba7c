// Knows how old somebody is on a day, and what is known of the day of birth.
import { type CalendarDate, isCalendarDate } from "@rettvei/engine";

/** Whole years on the day. Who is born on 29 February has a birthday on 1 March where the year has no such day. */
export function ageOn(day: CalendarDate, born: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Under 12, from 12 to 15, from 16. */
export const AGE_GROUPS = ["child", "young", "adult"] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

const FROM_AGE = { young: 12, adult: 16 } as const;

/** Adult as health law means it; so is whoever's age is not known. */
export function ageGroupOf(born: CalendarDate | undefined, day: CalendarDate): AgeGroup {
  const age = born === undefined ? FROM_AGE.adult : ageOn(day, born);
  if (age >= FROM_AGE.adult) return "adult";
  return age >= FROM_AGE.young ? "young" : "child";
}

/** First and last day on which somebody may have been born; undefined where nothing is known. */
export interface Born {
  readonly first: CalendarDate | undefined;
  readonly last: CalendarDate | undefined;
}

function centuryOf(year: number, serial: number): number | undefined {
  if (serial < 500) return 1900;
  if (year < 40) return 2000;
  if (serial < 750 && year >= 54) return 1800;
  return serial >= 900 ? 1900 : undefined;
}

/** Months of numbers made up for tests are raised by 40, 65 or 80. */
function plainMonth(month: number): number {
  if (month > 80) return month - 80;
  if (month > 65) return month - 65;
  return month > 40 ? month - 40 : month;
}

/** The date in a person number, D-number or number made up for tests; undefined where it holds none. */
export function birthDateIn(personNumber: string): CalendarDate | undefined {
  if (!/^\d{11}$/.test(personNumber)) return undefined;
  const [day, month, year] = [0, 2, 4].map((at) => Number(personNumber.slice(at, at + 2)));
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const century = centuryOf(year, Number(personNumber.slice(6, 9)));
  if (century === undefined) return undefined;
  const parts = [century + year, plainMonth(month), day > 40 ? day - 40 : day];
  const text = parts.map((part) => String(part).padStart(2, "0")).join("-");
  return isCalendarDate(text) ? text : undefined;
}
