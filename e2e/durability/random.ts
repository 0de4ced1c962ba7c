// Knows chance that can be had again: the same seed gives the same numbers.

export interface Chance {
  readonly seed: number;
  /** At least 0, less than 1. */
  next(): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  pick<T>(of: readonly T[]): T;
}

/** The seed of this run: RETTVEI_SEED, else one of the clock. */
export function seedOfRun(): number {
  return Number(process.env.RETTVEI_SEED ?? Date.now() % 1_000_000);
}

/** Mulberry32: small, and good enough to choose moments by. */
export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  const pick = <T>(of: readonly T[]): T => of[between(0, of.length - 1)] as T;
  return { seed, next, between, pick };
}
