// Knows what a shape is: one description that both reads an element into a value and writes the value back.
import { pathOf, type XmlElement } from "../xml/xml-element.ts";
import { type MessageProblem, type MessageProblemCode, placeOf } from "../xml/xml-problem.ts";
import type { XmlContent } from "../xml/xml-tree.ts";

/** One reading of one message; problems are gathered, not thrown. */
export interface Reading {
  readonly text: string;
  readonly problems: MessageProblem[];
}

export interface Codec<T> {
  /** The value of the element. What is wrong goes to `reading.problems`; the value is then of no use. */
  read(element: XmlElement, reading: Reading): T;
  write(value: T): XmlContent;
}

/** The value a shape reads and writes. */
export type Read<C> = C extends Codec<infer T> ? T : never;

/** So many problems of one message are told; a message that is wrong all over is wrong for the first of them. */
const MOST_PROBLEMS = 100;

export function report(
  reading: Reading,
  element: XmlElement,
  code: MessageProblemCode,
  expected: string,
  found: string,
): void {
  if (reading.problems.length >= MOST_PROBLEMS) return;
  const place = placeOf(reading.text, element.offset);
  reading.problems.push({ code, ...place, path: pathOf(element), expected, found });
}

/** What is to be written, perhaps not whole: what is missing shows when the written message is read back. */
export type Draft<A> = A extends string | number | boolean
  ? A
  : A extends readonly (infer E)[]
    ? readonly Draft<E>[]
    : { readonly [K in keyof A]?: Draft<A[K]> | undefined };

/** A shape seen as another value: what is read goes through `into`, what is written comes through `outOf`. */
export function mapped<A extends object, B>(
  codec: Codec<A>,
  into: (value: A) => B,
  outOf: (value: B) => Draft<A>,
): Codec<B> {
  return {
    read: (element, reading) => {
      const before = reading.problems.length;
      const value = codec.read(element, reading);
      // What is not whole is not turned into anything: the message is refused for its problems anyway.
      return reading.problems.length > before ? (undefined as B) : into(value);
    },
    write: (value) => codec.write(outOf(value) as A),
  };
}

/** A shape whose element may be empty, and then reads as `nothing`. */
export function orNothing<T>(codec: Codec<T>, nothing: T): Codec<T> {
  return {
    read: (element, reading) =>
      element.children.every((child) => typeof child === "string" && child.trim() === "")
        ? nothing
        : codec.read(element, reading),
    write: (value) => (JSON.stringify(value) === JSON.stringify(nothing) ? {} : codec.write(value)),
  };
}

/** A shape that holds itself. */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  return {
    read: (element, reading) => get().read(element, reading),
    write: (value) => get().write(value),
  };
}
