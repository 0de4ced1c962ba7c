// Knows which text of a column is a good value: ids, dates, instants, words of a list.
import { type CalendarDate, isCalendarDate, toDayNumber } from "@rettvei/engine";

/** Gives the value that a text stands for; undefined if it stands for none. */
export type ValueCheck<T> = (text: string) => T | undefined;

const MAX_KEPT = 100_000;

/** Texts already seen, so that equal texts are one string: comparing them is then comparing places. */
function keeper<T>(check: ValueCheck<T>): ValueCheck<T> {
  const known = new Map<string, T | undefined>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found;
    const value = check(text);
    if (known.size < MAX_KEPT) known.set(text, value);
    return value;
  };
}

export function oneOf<T extends string>(words: Iterable<T>): ValueCheck<T> {
  const known = new Map<string, T>([...words].map((word) => [word, word]));
  return (text) => known.get(text);
}

const UNREADABLE = /[\p{Cc}\ufffd]/u;

/** Any text but one with control characters, or with bytes that are no UTF-8 (they arrive as U+FFFD). */
export function asText(text: string): string | undefined {
  return UNREADABLE.test(text) ? undefined : text;
}

export const asDate = keeper((text): CalendarDate | undefined =>
  isCalendarDate(text) ? text : undefined,
);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/;

/** Within these an instant has a date of four figures in any zone, and Oslo a zone of whole hours. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 30);

/** Whether milliseconds since 1970 are an instant of the years 1900 to 9999. */
export function isGoodMillis(millis: number): boolean {
  return millis >= EARLIEST && millis <= LATEST;
}

const MILLIS_PER_DAY = 86_400_000;

const startOfDay = keeper((text): number | undefined =>
  isCalendarDate(text) ? toDayNumber(text) * MILLIS_PER_DAY : undefined,
);

/** Two figures at a place, at most `most`; NaN if they are none. */
function twoFigures(text: string, at: number, most: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  const isNumber = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  const value = tens * 10 + ones;
  return isNumber && value <= most ? value : Number.NaN;
}

const UTC_INSTANT_LENGTHS = [20, 24];

/** The same for the two commonest forms, `…T08:30:00Z` and `…T08:30:00.000Z`; NaN for any other. */
function utcMillis(text: string): number {
  if (!UTC_INSTANT_LENGTHS.includes(text.length) || !text.endsWith("Z")) return Number.NaN;
  const separators = text[10] === "T" && text[13] === ":" && text[16] === ":";
  const day = separators ? startOfDay(text.slice(0, 10)) : undefined;
  if (day === undefined) return Number.NaN;
  const seconds =
    twoFigures(text, 11, 23) * 3_600 + twoFigures(text, 14, 59) * 60 + twoFigures(text, 17, 59);
  if (text.length === 20) return day + seconds * 1_000;
  const tenths = text[19] === "." ? twoFigures(text, 20, 99) : Number.NaN;
  const thousandth = twoFigures(`0${text[22]}`, 0, 9);
  return day + seconds * 1_000 + tenths * 10 + thousandth;
}

/** Milliseconds since 1970 of an instant in ISO 8601 with zone, of the years 1900 to 9999. */
export function asMillis(text: string): number | undefined {
  const known = utcMillis(text);
  if (isGoodMillis(known)) return known;
  if (!INSTANT.test(text) || asDate(text.slice(0, 10)) === undefined) return undefined;
  const millis = Date.parse(text.replace(",", ".").replace(/([+-]\d{2})$/, "$1:00"));
  return isGoodMillis(millis) ? millis : undefined;
}
