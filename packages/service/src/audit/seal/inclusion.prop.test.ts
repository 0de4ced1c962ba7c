import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { besideWay, rootByWay } from "./inclusion.ts";
import { EMPTY, grown, leafHash, rootOf } from "./merkle-edge.ts";

const rootOfAll = (leaves: readonly Uint8Array[]): Uint8Array => rootOf(grown(EMPTY, leaves));

/** What stands beside the way of a leaf, made from all leaves. */
function beside(leaves: readonly Uint8Array[], place: number): readonly Uint8Array[] {
  return besideWay(place, leaves.length).map((subtrees) =>
    rootOf({
      size: 0,
      hashes: subtrees.map(({ start, height }) =>
        rootOfAll(leaves.slice(start, start + 2 ** height)),
      ),
    }),
  );
}

const tree = fc
  .array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 80 })
  .chain((bytes) =>
    fc.record({
      leaves: fc.constant(bytes.map((one) => leafHash(one))),
      place: fc.nat(bytes.length - 1),
    }),
  );

describe("the way from a leaf to the root", () => {
  it("leads to the root of all leaves, in no more steps than the tree is high", () => {
    fc.assert(
      fc.property(tree, ({ leaves, place }) => {
        const way = beside(leaves, place);
        expect(way.length).toBeLessThanOrEqual(Math.ceil(Math.log2(leaves.length)));
        const led = rootByWay(leaves[place] ?? Buffer.of(), { place, size: leaves.length }, way);
        expect(led).toEqual(rootOfAll(leaves));
      }),
      { numRuns: 1_000 },
    );
  });

  it("leads elsewhere from another leaf, another place, or with a step more, fewer or changed", () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(79), ({ leaves, place }, pick, elsewhere) => {
        const size = leaves.length;
        const own = leaves[place] ?? Buffer.of();
        const way = beside(leaves, place);
        const root = rootOfAll(leaves);
        const other = leafHash(Buffer.from("another leaf"));
        expect(rootByWay(other, { place, size }, way)).not.toEqual(root);
        expect(rootByWay(own, { place, size }, [...way, other])).not.toEqual(root);
        if (way.length === 0) return;
        expect(rootByWay(own, { place, size }, way.slice(1))).not.toEqual(root);
        expect(rootByWay(own, { place, size }, way.with(pick % way.length, other))).not.toEqual(
          root,
        );
        // The same hashes may stand at another place where the leaves there are the same.
        if (leaves[elsewhere]?.equals(own) === true || elsewhere === place) return;
        expect(rootByWay(own, { place: elsewhere, size }, way)).not.toEqual(root);
      }),
      { numRuns: 1_000 },
    );
  });
});
