// Knows how it is shown that a leaf is in a tree: the hashes beside its way to the root (RFC 9162, 2.1.3).
import type { Subtree } from "./audit-nodes.ts";
import { nodeHash } from "./merkle-edge.ts";

/** Complete subtrees of a run of leaves, largest first. The run starts where one as large as it could start. */
function subtreesOf(start: number, count: number): readonly Subtree[] {
  const found: Subtree[] = [];
  let from = start;
  for (let height = Math.floor(Math.log2(count)); height >= 0; height--) {
    const size = 2 ** height;
    if (Math.floor(count / size) % 2 === 0) continue;
    found.push({ start: from, height });
    from += size;
  }
  return found;
}

/** Largest power of two below the number. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** What stands beside the way from a leaf to the root of the first `size` leaves, from the leaf up; each as its complete subtrees. */
export function besideWay(place: number, size: number): readonly (readonly Subtree[])[] {
  const beside: (readonly Subtree[])[] = [];
  let start = 0;
  let count = size;
  while (count > 1) {
    const split = splitOf(count);
    const right = place - start >= split;
    beside.unshift(right ? subtreesOf(start, split) : subtreesOf(start + split, count - split));
    start += right ? split : 0;
    count = right ? count - split : split;
  }
  return beside;
}

/** The root to which a leaf leads by the hashes beside its way; undefined where they are too few or too many for the place. */
export function rootByWay(
  leaf: Uint8Array,
  { place, size }: { readonly place: number; readonly size: number },
  beside: readonly Uint8Array[],
): Uint8Array | undefined {
  if (place >= size) return undefined;
  let hash = leaf;
  let own = place;
  let last = size - 1;
  for (const other of beside) {
    if (last === 0) return undefined;
    const right = own % 2 === 1 || own === last;
    hash = right ? nodeHash(other, hash) : nodeHash(hash, other);
    // A lone one at the right edge is passed up until it has somebody at its left.
    while (right && own % 2 === 0 && own !== 0) {
      own /= 2;
      last = Math.floor(last / 2);
    }
    own = Math.floor(own / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : undefined;
}
