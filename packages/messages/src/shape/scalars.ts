// Knows the values that stand as text inside an element: strings, dates, times, truth values.
import { type CalendarDate, isCalendarDate } from "@rettvei/engine";
import { childElements, ownText, type XmlElement } from "../xml/xml-element.ts";
import { isAddress } from "./address.ts";
import { refuseAttributes } from "./attributes.ts";
import { type Codec, type Reading, report } from "./codec.ts";

/** Text as it stands, white space included. */
export const text: Codec<string> = {
  read: (element, reading) => {
    refuseAttributes(element, reading);
    return plainText(element, reading);
  },
  write: (value) => ({ text: value }),
};

function plainText(element: XmlElement, reading: Reading): string {
  const child = childElements(element)[0];
  if (child !== undefined)
    report(reading, child, "unexpected-element", "only text", child.name.slice(0, 60));
  return ownText(element);
}

/** Text without white space around it, checked. What was found is told by its length only. */
function checked<T extends string>(
  expected: string,
  isGood: (value: string) => value is T,
): Codec<T>;
function checked(expected: string, isGood: (value: string) => boolean): Codec<string>;
function checked(expected: string, isGood: (value: string) => boolean): Codec<string> {
  return {
    read: (element, reading) => {
      const value = text.read(element, reading).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
      if (!isGood(value))
        report(reading, element, "bad-value", expected, `${value.length} characters`);
      return value;
    },
    write: (value) => ({ text: value }),
  };
}

const ZONE = "(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?";
const TIME = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)";
const ZONE_AT_END = new RegExp(`${ZONE}$`);
const TIME_ONLY = new RegExp(`^${TIME}${ZONE}$`);
const DATE_AND_TIME = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})T${TIME}${ZONE}$`);
const YEAR = new RegExp(`^\\d{4}${ZONE}$`);
const YEAR_AND_MONTH = new RegExp(`^\\d{4}-(?:0[1-9]|1[0-2])${ZONE}$`);

export function isDateTime(value: string): boolean {
  const found = DATE_AND_TIME.exec(value);
  return found?.[1] !== undefined && isCalendarDate(found[1]);
}

function isDate(value: string): boolean {
  return (
    isCalendarDate(value.replace(ZONE_AT_END, "").slice(0, 10)) && isCalendarDate(dateOf(value))
  );
}

/** The date of an xs:date; a zone, which says nothing about a day, falls away. */
function dateOf(value: string): string {
  return value.length > 10 ? value.replace(ZONE_AT_END, "") : value;
}

function isYear(value: string): boolean {
  return YEAR.test(value) && value.slice(0, 4) !== "0000";
}

/** A moment of the national data type TS: date and time, date, year, year and month, or time. */
export function isMoment(value: string): boolean {
  const shorter = isYear(value) || YEAR_AND_MONTH.test(value) || TIME_ONLY.test(value);
  return isDateTime(value) || isDate(value) || shorter;
}

/** Date and time as written, with or without zone; without one it is Norwegian time. */
export const dateTime = checked("a date and time YYYY-MM-DDThh:mm:ss", isDateTime);
export const year = checked("a year YYYY", isYear);
export const integer = checked("a whole number", (value) => /^[+-]?\d+$/.test(value));

const anyDate = checked("a date YYYY-MM-DD", isDate);

/** A calendar date. */
export const date: Codec<CalendarDate> = {
  read: (element, reading) => dateOf(anyDate.read(element, reading)) as CalendarDate,
  write: (value) => ({ text: value }),
};

const truth = checked("true or false", (value) => /^(?:true|false|1|0)$/.test(value));

export const boolean: Codec<boolean> = {
  read: (element, reading) => ["true", "1"].includes(truth.read(element, reading)),
  write: (value) => ({ text: String(value) }),
};

/** An address as text. */
export const address = checked("an address", isAddress);

/** Base64 as it stands, white space included. */
export const base64: Codec<string> = {
  read: (element, reading) => {
    const value = text.read(element, reading);
    if (!isBase64(value)) report(reading, element, "bad-value", "base64", "something else");
    return value;
  },
  write: (value) => ({ text: value }),
};

function isBase64(value: string): boolean {
  const packed = value.replace(/[ \t\r\n]/g, "");
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}
