// Knows the shapes that random numbers are drawn in: chances, choices, and skewed numbers of days.
import type { Random } from "./random-stream.ts";

const LOW_TAIL = 0.02425;

/** The quantile of the standard normal distribution (Acklam; relative error below 1.2e-9). */
export function normalQuantile(share: number): number {
  if (share < LOW_TAIL) return tailQuantile(share);
  if (share > 1 - LOW_TAIL) return -tailQuantile(1 - share);
  const q = share - 0.5;
  const r = q * q;
  const top =
    ((((-39.6968302866538 * r + 220.946098424521) * r - 275.928510446969) * r + 138.357751867269) *
      r -
      30.6647980661472) *
      r +
    2.50662827745924;
  const bottom =
    ((((-54.4760987982241 * r + 161.585836858041) * r - 155.698979859887) * r + 66.8013118877197) *
      r -
      13.2806815528857) *
      r +
    1;
  return (top * q) / bottom;
}

function tailQuantile(share: number): number {
  const q = Math.sqrt(-2 * Math.log(share));
  const top =
    ((((-0.00778489400243029 * q - 0.322396458041136) * q - 2.40075827716184) * q -
      2.54973253934373) *
      q +
      4.37466414146497) *
      q +
    2.93816398269878;
  const bottom =
    (((0.00778469570904146 * q + 0.32246712907004) * q + 2.445134137143) * q + 3.75440866190742) *
      q +
    1;
  return top / bottom;
}

const SMALLEST = 2 ** -33;

export function normal(random: Random): number {
  return normalQuantile(random() + SMALLEST);
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `from` to `to`, both included. */
export function wholeBetween(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** The index chosen from cumulative weights, the last of which is the total. */
export function indexByWeight(random: Random, cumulative: ArrayLike<number>): number {
  const last = cumulative.length - 1;
  const wanted = random() * (cumulative[last] ?? 0);
  let at = 0;
  while (at < last && (cumulative[at] ?? 0) <= wanted) at++;
  return at;
}

export function cumulativeOf(weights: readonly number[]): readonly number[] {
  let total = 0;
  return weights.map((weight) => {
    total += weight;
    return total;
  });
}

/** A skewed time in days: half the draws lie below `median`; `sigma` is that of the logarithm. */
export interface Pace {
  readonly median: number;
  readonly sigma: number;
}

/** The pace at which the share `within` is reached after `days`. */
export function paceOf(within: number, days: number, sigma: number): Pace {
  return { median: (days + 0.5) * Math.exp(-normalQuantile(within) * sigma), sigma };
}

const LONGEST = 1500;

/** Whole days at a pace. */
export function daysAt(random: Random, { median, sigma }: Pace): number {
  return Math.min(LONGEST, Math.round(median * Math.exp(sigma * normal(random))));
}
