// Knows that draws have the shape they are asked for.
import { describe, expect, test } from "vitest";
import { cumulativeOf, daysAt, indexByWeight, normalQuantile, paceOf } from "./draw.ts";
import { randomAt, randomStream } from "./random-stream.ts";

describe("normal quantiles", () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.025, -1.959963984540054],
    [0.8413447460685429, 1],
    [0.001, -3.090232306167813],
    [0.999999, 4.753424308822899],
  ])("of %d is %d", (share, quantile) => {
    expect(normalQuantile(share)).toBeCloseTo(quantile, 7);
  });
});

describe("days at a pace", () => {
  test("lie within the limit as often as was asked for", () => {
    const random = randomStream(1, 2, 3);
    const pace = paceOf(0.72, 42, 0.6);
    const draws = Array.from({ length: 50_000 }, () => daysAt(random, pace));
    const share = draws.filter((days) => days <= 42).length / draws.length;
    expect(Math.abs(share - 0.72)).toBeLessThan(0.006);
  });
});

describe("weights", () => {
  test("decide how often an index is chosen; none is chosen that weighs nothing", () => {
    const random = randomStream(1, 5, 3);
    const cumulative = cumulativeOf([1, 0, 3]);
    const counts = [0, 0, 0];
    for (let i = 0; i < 40_000; i++) {
      const at = indexByWeight(random, cumulative);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect(Math.abs((counts[0] ?? 0) / 40_000 - 0.25)).toBeLessThan(0.01);
  });
});

describe("streams", () => {
  test("of a million neighbouring indices do not repeat each other", () => {
    const seen = new Set<number>();
    for (let index = 0; index < 1_000_000; index++) {
      const random = randomStream(1, index, 6);
      seen.add(Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26));
    }
    expect(seen.size).toBeGreaterThan(999_990);
  });

  test("do not cycle within a million draws", () => {
    const random = randomStream(3, 3, 3);
    const pairs = new Set<number>();
    for (let draw = 0; draw < 500_000; draw++)
      pairs.add(Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26));
    expect(pairs.size).toBeGreaterThan(499_990);
  });

  test("of neighbouring indices, seeds and purposes have nothing to do with each other", () => {
    const count = 200_000;
    const correlation = (other: (index: number) => number): number => {
      let sum = 0;
      for (let index = 0; index < count; index++)
        sum += (randomStream(7, index, 1)() - 0.5) * (other(index) - 0.5);
      return (sum / count) * 12;
    };
    const noise = 4 / Math.sqrt(count);
    expect(Math.abs(correlation((index) => randomStream(7, index + 1, 1)()))).toBeLessThan(noise);
    expect(Math.abs(correlation((index) => randomStream(8, index, 1)()))).toBeLessThan(noise);
    expect(Math.abs(correlation((index) => randomStream(7, index, 2)()))).toBeLessThan(noise);
    expect(Math.abs(correlation((index) => randomAt(7, index, 1)))).toBeLessThan(noise);
  });
});
