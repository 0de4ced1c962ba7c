import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY, grown, leafHash, rootOf } from "./merkle-edge.ts";

/** The definition of RFC 6962 word by word: split at the largest power of two below the number of leaves. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash("sha256").digest();
  if (leaves.length === 1) {
    return createHash("sha256")
      .update(Buffer.concat([Buffer.from([0]), only]))
      .digest();
  }
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const halves = [leaves.slice(0, split), leaves.slice(split)].map(rootByDefinition);
  return createHash("sha256")
    .update(Buffer.concat([Buffer.from([1]), ...halves]))
    .digest();
}

describe("the tree", () => {
  it("has the roots of the test vectors that transparency logs share", () => {
    const leaves = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ].map((hex) => leafHash(Buffer.from(hex, "hex")));
    const root = (size: number): string =>
      Buffer.from(rootOf(grown(EMPTY, leaves.slice(0, size)))).toString("hex");
    expect(root(0)).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(root(1)).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(root(8)).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  it("has the root of its definition, however its leaves arrived", () => {
    const leaves = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 });
    fc.assert(
      fc.property(leaves, fc.nat(70), (all, cut) => {
        const hashes = all.map((leaf) => leafHash(leaf));
        const edge = grown(grown(EMPTY, hashes.slice(0, cut)), hashes.slice(cut));
        expect(edge.size).toBe(all.length);
        expect(Buffer.from(rootOf(edge))).toEqual(
          rootByDefinition(all.map((leaf) => Buffer.from(leaf))),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
