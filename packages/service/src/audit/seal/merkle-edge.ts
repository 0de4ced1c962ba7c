// Knows the hash tree of RFC 6962 (section 2.1) as it grows: of all leaves so far only its right edge is kept.
import { createHash } from "node:crypto";

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Hash of a leaf's bytes: 32 bytes of SHA-256. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(LEAF).update(bytes).digest();
}

/** Hash of what stands above two others. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** The complete subtrees at the right edge of a tree, largest first; one for each bit that is set in `size`. */
export interface Edge {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const EMPTY: Edge = { size: 0, hashes: [] };

/** Trailing bits of the number that are set: subtrees that a new leaf completes. */
function completed(size: number): number {
  let count = 0;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) count++;
  return count;
}

/** The edge after more leaves, given by their hashes in order. */
export function grown(edge: Edge, leaves: Iterable<Uint8Array>): Edge {
  const hashes = [...edge.hashes];
  let { size } = edge;
  for (const leaf of leaves) {
    let hash = leaf;
    for (let joins = completed(size); joins > 0; joins--) {
      const left = hashes.pop();
      if (left === undefined) throw new Error("bug: an edge with too few hashes for its size");
      hash = nodeHash(left, hash);
    }
    hashes.push(hash);
    size++;
  }
  return { size, hashes };
}

/** Root of the tree; that of no leaves is the hash of nothing. */
export function rootOf({ hashes }: Edge): Uint8Array {
  const [last, ...larger] = [...hashes].reverse();
  if (last === undefined) return createHash("sha256").digest();
  return larger.reduce<Uint8Array>((right, left) => nodeHash(left, right), last);
}
