// Knows how to draw numbers that follow from a seed alone: one independent stream per course and purpose.

/** Draws a number in [0, 1). */
export type Random = () => number;

/** Scrambles 32 bits so that neighbouring inputs have nothing in common (finaliser of MurmurHash3). */
function scrambled(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

const PER_UINT32 = 2 ** -32;

/**
 * The stream of one index for one purpose. Generator sfc32: 128 bits of state, no cycle shorter than 2^32.
 * `seed` may be any safe integer; both its halves count.
 */
export function randomStream(seed: number, index: number, purpose: number): Random {
  let a = scrambled(seed ^ 0x9e3779b9);
  let b = scrambled(Math.floor(seed / 2 ** 32) ^ a ^ purpose);
  let c = scrambled(index ^ b);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) * PER_UINT32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** One number in [0, 1) for an index and a purpose, without a stream. */
export function randomAt(seed: number, index: number, purpose: number): number {
  const high = scrambled(Math.floor(seed / 2 ** 32) ^ purpose);
  return (scrambled(scrambled(seed ^ high) ^ Math.imul(index, 0x9e3779b1)) >>> 0) * PER_UINT32;
}
