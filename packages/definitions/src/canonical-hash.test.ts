// Proves that a hash follows the content of plain data, and nothing of how it is written.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalHash, canonicalJson } from "./canonical-hash.ts";

const RUNS = { numRuns: 1000 };

/** The same data with the keys of every object in the opposite order. */
function keysTurned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysTurned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, keysTurned(inner)]));
}

describe("canonical JSON", () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: { d: [2, 1], c: null } }, '{"a":{"c":null,"d":[2,1]},"b":1}'],
    [{ a: undefined, b: [] }, '{"b":[]}'],
    [{ å: "ø", Z: "", a: 0 }, '{"Z":"","a":0,"å":"ø"}'],
    [[{ b: true }, "b", -1.5], '[{"b":true},"b",-1.5]'],
    ["text", '"text"'],
    [null, "null"],
  ])("of %j is %s", (value, json) => {
    expect(canonicalJson(value)).toBe(json);
  });

  test("is the same whatever order keys were written in, and says the same as the data", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(keysTurned(value))).toBe(canonicalJson(value));
        expect(JSON.stringify(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      RUNS,
    );
  });
});

describe("the hash", () => {
  test("is the SHA-256 of the canonical JSON, in hex", () => {
    expect(canonicalHash({})).toBe(
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    );
    expect(canonicalHash({ a: undefined })).toBe(canonicalHash({}));
  });

  test("differs where the data differs, the order of a list included", () => {
    const hashes = [
      { a: [1, 2] },
      { a: [2, 1] },
      { a: ["1", 2] },
      { a: [1, 2, null] },
      { b: [1, 2] },
    ];
    expect(new Set(hashes.map(canonicalHash)).size).toBe(hashes.length);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(canonicalHash(a) === canonicalHash(b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      RUNS,
    );
  });
});
