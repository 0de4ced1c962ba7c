// Knows the data types of the national messages whose values stand in attributes: CS, CV, TS, URL, PQ, BL.
import { childElements, ownText, type XmlElement } from "../xml/xml-element.ts";
import { isAddress } from "./address.ts";
import { readAttributes } from "./attributes.ts";
import { type Codec, type Reading, report } from "./codec.ts";
import { isMoment } from "./scalars.ts";

/** A coded value. Any part may be missing, as the standards allow; an empty one says nothing. */
export interface Code {
  readonly value?: string;
  /** What the code means, as the sender wrote it. */
  readonly display?: string;
  /** OID of the code system; only where the standard has it with the code. */
  readonly system?: string;
  /** The sender's own words, where no code fits. */
  readonly text?: string;
}

/** An amount: number as written, and unit. */
export interface Quantity {
  readonly value?: string;
  readonly unit?: string;
}

const ATTRIBUTE_OF: Readonly<Record<string, string>> = {
  value: "V",
  display: "DN",
  system: "S",
  text: "OT",
  unit: "U",
};

type Checks = Readonly<
  Record<string, readonly [expected: string, isGood: (value: string) => boolean]>
>;

/** An element without content whose parts stand in attributes. */
function inAttributes<T extends object>(
  parts: readonly (keyof T & string)[],
  checks: Checks,
): Codec<T> {
  const names = parts.map((part) => ATTRIBUTE_OF[part] ?? part);
  return {
    read: (element, reading) => {
      refuseContent(element, reading);
      const values = readAttributes(element, reading, names);
      const present = parts.flatMap((part, at) => {
        const value = values[at];
        if (value === undefined) return [];
        const [expected, isGood] = checks[part] ?? ["", () => true];
        const token = part === "display" || part === "text" ? value : collapse(value);
        if (!isGood(token))
          report(reading, element, "bad-value", expected, `${token.length} characters`);
        return [[part, token] as const];
      });
      return Object.fromEntries(present) as T;
    },
    write: (value) => ({
      attributes: parts.flatMap((part, at) => {
        const held = value[part];
        return typeof held === "string" ? [[names[at] ?? part, held] as const] : [];
      }),
    }),
  };
}

/** White space of a token: none around it, one space within. */
function collapse(value: string): string {
  return value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

function refuseContent(element: XmlElement, reading: Reading): void {
  const child = childElements(element)[0];
  if (child !== undefined)
    report(reading, child, "unexpected-element", "no content", child.name.slice(0, 60));
  if (ownText(element) !== "") report(reading, element, "unexpected-text", "no content", "text");
}

const OID: Checks = {
  system: ["an OID", (value) => /^\d[\d.]*\d$|^\d$/.test(value) && !value.includes("..")],
};
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/;

/** Coded simple value: the standard says which code system. */
export const cs: Codec<Code> = inAttributes<Code>(["value", "display"], {});

/** Coded value with its code system. */
export const cv: Codec<Code> = inAttributes<Code>(["value", "system", "display", "text"], OID);

export const pq: Codec<Quantity> = inAttributes<Quantity>(["value", "unit"], {
  value: ["a number", (value) => NUMBER.test(value)],
});

/** The one attribute V; "" where it is missing. */
function single(expected: string, isGood: (value: string) => boolean): Codec<string> {
  const holder = inAttributes<{ value?: string }>(["value"], { value: [expected, isGood] });
  return {
    read: (element, reading) => holder.read(element, reading).value ?? "",
    write: (value) => holder.write(value === "" ? {} : { value }),
  };
}

/** A moment as written: date and time, date, year, year and month, or time. */
export const ts = single("a date, with or without time", isMoment);

/** An address of telephone or the like, as `tel:…` or `mailto:…`. */
export const url = single("an address", isAddress);

/** Truth value in an attribute. */
export const bl = single("true or false", (value) => value === "true" || value === "false");
