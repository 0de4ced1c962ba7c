// Knows what a value of a Parquet column says: typed dates, instants and numbers as the texts of the format.
import { toCalendarDate } from "@rettvei/engine";
import { EVENT_COLUMNS, PLACE } from "./columns.ts";
import { instantText } from "./instant-text.ts";
import { startOfText } from "./plain-texts.ts";
import type { TextPool } from "./text-pool.ts";
import { asMillis, isGoodMillis } from "./value-checks.ts";

const UTF8 = Symbol("utf8");
const MILLIS = Symbol("millis");

/** A text as it stands in the file. */
interface TypedText {
  readonly [UTF8]: Uint8Array;
}

/** A timestamp; one without zone is taken as UTC. */
interface TypedInstant {
  readonly [MILLIS]: number;
}

/** Whole parts of `unit` towards 0, which a division of doubles alone might round up. */
function wholeMillis(count: bigint, unit: bigint): TypedInstant {
  const parts = Number(count);
  const size = Number(unit);
  if (!Number.isSafeInteger(parts)) return { [MILLIS]: Number(count / unit) };
  return { [MILLIS]: (parts - (parts % size)) / size };
}

/** Typed values as what they say, without a Date or a text of each of millions. */
export const PARQUET_PARSERS = {
  dateFromDays: (days: number): string => toCalendarDate(days),
  timestampFromMilliseconds: (millis: bigint): TypedInstant => ({ [MILLIS]: Number(millis) }),
  timestampFromMicroseconds: (micros: bigint): TypedInstant => wholeMillis(micros, 1_000n),
  timestampFromNanoseconds: (nanos: bigint): TypedInstant => wholeMillis(nanos, 1_000_000n),
  stringFromBytes: (utf8: Uint8Array): TypedText => ({ [UTF8]: utf8 }),
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isText = (value: object): value is TypedText => UTF8 in value;
const isInstant = (value: object): value is TypedInstant => MILLIS in value;

const decoder = new TextDecoder();

/** The text of a value; undefined of none. Throws on a value that has none. */
function textOf(place: number, value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (isObject(value) && isText(value)) return decoder.decode(value[UTF8]);
  if (isObject(value) && isInstant(value)) return instantText(value[MILLIS]);
  throw new Error(`column ${EVENT_COLUMNS[place]} has a value that is no text, number or date`);
}

/** Gives the number of a value's text among those of its column; 0 of none. */
export function textCodes(place: number, pool: TextPool): (value: unknown) => number {
  return (value) => {
    if (isObject(value) && isText(value)) {
      const utf8 = value[UTF8];
      return pool.codeOfBytes(utf8, startOfText(utf8, 0, utf8.length), utf8.length);
    }
    return pool.codeOf(textOf(place, value) ?? "");
  };
}

/** A good instant as milliseconds, or the text that should be one; empty of none. */
export function instantOrText(value: unknown): number | string {
  if (isObject(value) && isInstant(value) && isGoodMillis(value[MILLIS])) return value[MILLIS];
  const text = textOf(PLACE.recorded_at, value) ?? "";
  return asMillis(text) ?? text;
}
