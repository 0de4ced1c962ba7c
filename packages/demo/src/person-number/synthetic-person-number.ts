// Knows how to make a Norwegian person number that can belong to nobody: month + 80, as in the national test population.
import { type DayNumber, toYearMonthDay } from "@rettvei/engine";

export type Sex = "female" | "male";

/** Added to the month; no real person has a month above 12. */
export const SYNTHETIC_MONTH = 80;

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (digits[at] ?? 0) * (weights[at] ?? 0);
  return (11 - (sum % 11)) % 11;
}

function dateDigits(birthDay: DayNumber): readonly number[] {
  const { year, month, day } = toYearMonthDay(birthDay);
  const shifted = month + SYNTHETIC_MONTH;
  const years = year % 100;
  return [
    Math.floor(day / 10),
    day % 10,
    Math.floor(shifted / 10),
    shifted % 10,
    Math.floor(years / 10),
    years % 10,
  ];
}

/** The number with this individual number (three digits), or undefined where no check digit exists. */
function numberWith(date: readonly number[], individual: number): string | undefined {
  const digits = date.concat(
    Math.floor(individual / 100),
    Math.floor(individual / 10) % 10,
    individual % 10,
  );
  const first = checkDigit(digits, FIRST_WEIGHTS);
  if (first === 10) return undefined;
  digits.push(first);
  const second = checkDigit(digits, SECOND_WEIGHTS);
  return second === 10 ? undefined : digits.join("") + second;
}

/**
 * The `serial`-th synthetic number (from 0) of a birth date and sex. Different serials give different
 * numbers; a date has about 200 for each sex. Years 1900 to 2039. Throws RangeError when they run out.
 */
export function syntheticPersonNumber(birthDay: DayNumber, sex: Sex, serial: number): string {
  const date = dateDigits(birthDay);
  const century = toYearMonthDay(birthDay).year < 2000 ? 0 : 500;
  let left = serial;
  for (let individual = sex === "male" ? 1 : 0; individual < 500; individual += 2) {
    const number = numberWith(date, century + individual);
    if (number !== undefined && left-- === 0) return number;
  }
  throw new RangeError(`synthetic person number: expected a serial below about 200, got ${serial}`);
}
