// Proves that the picture keeps its order, that no label lies over another, and that none leaves the picture.
import fc from "fast-check";
import { expect, it } from "vitest";
import { monthMarks, placed, scaleOf } from "./scale.ts";

it("puts later days further to the right, within the width", () => {
  const days = fc.integer({ min: -20_000, max: 40_000 });
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 9_000 }),
      fc.integer({ min: 200, max: 2_000 }),
      (first, length, room) => {
        const scale = scaleOf(first, first + length, room);
        expect(scale.width).toBeGreaterThanOrEqual(room);
        expect(scale.x(first)).toBeGreaterThan(0);
        expect(scale.x(first + length)).toBeLessThan(scale.width);
        expect(scale.x(first + 1)).toBeGreaterThan(scale.x(first));
      },
    ),
  );
});

it("gives each label room of its own", () => {
  const labels = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 800 }), reserved: fc.integer({ min: 10, max: 300 }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(labels, (wanted) => {
      const items = wanted.map(({ x, reserved }, item) => ({ item, x, reserved }));
      const spans = placed(items, 800).map(({ item, lane, x, before }) => {
        const reserved = wanted[item]?.reserved ?? 0;
        return before
          ? { lane, from: x - reserved, to: x }
          : { lane, from: x - 6, to: x - 6 + reserved };
      });
      for (const a of spans)
        for (const b of spans)
          if (a !== b && a.lane === b.lane) expect(a.to <= b.from || b.to <= a.from).toBe(true);
      expect(spans).toHaveLength(items.length);
    }),
  );
});

it("writes no more months than there is room for, and each first of January in its turn", () => {
  const first = 20_089; // 1 January 2025
  const wide = scaleOf(first, first + 730, 2_400);
  expect(monthMarks(first, first + 730, wide)).toHaveLength(25);
  const narrow = scaleOf(first, first + 730, 360);
  const marks = monthMarks(first, first + 730, narrow);
  expect(marks.map(({ month }) => month)).toContain(1);
  const xs = marks.map(({ day }) => narrow.x(day));
  for (let at = 1; at < xs.length; at++)
    expect((xs[at] ?? 0) - (xs[at - 1] ?? 0)).toBeGreaterThan(40);
});
