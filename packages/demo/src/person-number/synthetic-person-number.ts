// Knows how to make a Norwegian person number that can belong to nobody: month + 80, as in the national test population.
import { type DayNumber, toYearMonthDay } from "@rettvei/engine";

export type Sex = "female" | "male";

/** Added to the month; no real person has a month above 12. */
const SYNTHETIC_MONTH = 80;

const FIRST_DATE_WEIGHTS = [3, 7, 6, 1, 8, 9];
const SECOND_DATE_WEIGHTS = [5, 4, 3, 2, 7, 6];

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
}

/** The digit that makes a weighted sum divisible by eleven; 10 where there is none. */
function checkDigit(sum: number): number {
  return (11 - (sum % 11)) % 11;
}

function dateDigits(birthDay: DayNumber): readonly number[] {
  const { year, month, day } = toYearMonthDay(birthDay);
  const shifted = month + SYNTHETIC_MONTH;
  const years = year % 100;
  return [day, shifted, years].flatMap((two) => [Math.floor(two / 10), two % 10]);
}

interface DatePart {
  readonly text: string;
  readonly firstSum: number;
  readonly secondSum: number;
}

function datePart(birthDay: DayNumber): DatePart {
  const digits = dateDigits(birthDay);
  return {
    text: digits.join(""),
    firstSum: weighted(digits, FIRST_DATE_WEIGHTS),
    secondSum: weighted(digits, SECOND_DATE_WEIGHTS),
  };
}

/** The check digits of an individual number (three digits) as one number, or undefined where there are none. */
function checkDigits({ firstSum, secondSum }: DatePart, individual: number): number | undefined {
  const a = Math.floor(individual / 100);
  const b = Math.floor(individual / 10) % 10;
  const c = individual % 10;
  const first = checkDigit(firstSum + 4 * a + 5 * b + 2 * c);
  if (first === 10) return undefined;
  const second = checkDigit(secondSum + 5 * a + 4 * b + 3 * c + 2 * first);
  return second === 10 ? undefined : first * 10 + second;
}

/**
 * The `serial`-th synthetic number (from 0) of a birth date and sex. Different serials give different
 * numbers; a date has about 200 for each sex. Years 1900 to 2039. Throws RangeError when they run out.
 */
export function syntheticPersonNumber(birthDay: DayNumber, sex: Sex, serial: number): string {
  const date = datePart(birthDay);
  const century = toYearMonthDay(birthDay).year < 2000 ? 0 : 500;
  let left = serial;
  for (let at = sex === "male" ? 1 : 0; at < 500; at += 2) {
    const checks = checkDigits(date, century + at);
    if (checks === undefined || left-- > 0) continue;
    return `${date.text}${String((century + at) * 100 + checks).padStart(5, "0")}`;
  }
  throw new RangeError(`synthetic person number: expected a serial below about 200, got ${serial}`);
}
