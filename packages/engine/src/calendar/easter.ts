// Knows when Easter Sunday is.
import { type DayNumber, dayNumberOf } from "./calendar-date.ts";

/** Day number of Easter Sunday of a Gregorian year (anonymous Gregorian computus, Meeus, Jones and Butcher). */
export function easterSunday(year: number): DayNumber {
  const goldenPosition = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenPosition + century - leapCenturies - moonCorrection + 15) % 30;
  const weekdayShift =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateEpact = Math.floor((goldenPosition + 11 * epact + 22 * weekdayShift) / 451);
  const fromMarch = epact + weekdayShift - 7 * lateEpact + 114;
  return dayNumberOf(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
