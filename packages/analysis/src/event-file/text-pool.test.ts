// Proves that distinct texts get distinct numbers, equal ones the same, and that each is read as it was.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textPool, textReader } from "./text-pool.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom("a", "b", "ab", "ba", "å", "a\u0000", "\ufeffa", "\u{1f600}"),
);

describe("a pool of texts", () => {
  it("gives equal texts one number, from 1 in the order they came, and reads them back", () => {
    const law = fc.property(fc.array(anyText, { maxLength: 400 }), (texts) => {
      const pool = textPool();
      const codes = texts.map((text) => pool.codeOf(text));
      const distinct = [...new Set(texts)];
      expect(codes).toEqual(texts.map((text) => distinct.indexOf(text) + 1));
      const textOf = textReader(pool.texts());
      expect(codes.map(textOf)).toEqual(texts);
      expect(pool.texts().count).toBe(distinct.length);
    });
    fc.assert(law, { numRuns: 300 });
  });

  it("takes bytes and the text they stand for as one", () => {
    const law = fc.property(fc.array(anyText, { maxLength: 50 }), (texts) => {
      const pool = textPool();
      const codes = texts.map((text) => pool.codeOf(text));
      const again = texts.map((text) => {
        const utf8 = Buffer.from(`<${text}>`);
        return pool.codeOfBytes(utf8, 1, utf8.length - 1);
      });
      expect(again).toEqual(codes);
    });
    fc.assert(law, { numRuns: 300 });
  });

  it("has no number for no text", () => {
    const pool = textPool();
    expect([pool.codeOf(""), pool.codeOfBytes(Buffer.from("a"), 1, 1)]).toEqual([0, 0]);
    expect(pool.texts().count).toBe(0);
  });

  it("holds a hundred thousand", () => {
    const pool = textPool();
    const texts = Array.from({ length: 100_000 }, (_, n) => `r${n * 7919}`);
    const codes = texts.map((text) => pool.codeOf(text));
    expect(new Set(codes).size).toBe(texts.length);
    expect(texts.map((text) => pool.codeOf(text))).toEqual(codes);
    expect(codes.map(textReader(pool.texts()))).toEqual(texts);
  });
});
