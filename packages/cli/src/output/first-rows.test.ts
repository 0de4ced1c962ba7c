// Proves that a table's rows are cut where they should be, and that what is left out is counted and told.
import { describe, expect, it } from "vitest";
import { firstRows, restText } from "./first-rows.ts";

/** The numbers from 1 on, one at a time. */
function* upTo(last: number): Generator<number> {
  for (let n = 1; n <= last; n++) yield n;
}

describe("the first rows", () => {
  it.each([
    [0, 3, []],
    [2, 3, [1, 2]],
    [3, 3, [1, 2, 3]],
    [4, 3, [1, 2, 3]],
    [3, Number.POSITIVE_INFINITY, [1, 2, 3]],
  ])("of %d with room for %d", (total, most, shown) => {
    expect(firstRows(upTo(total), most)).toEqual({ shown, total });
  });

  it("of a million are kept, and all are counted", () => {
    const { shown, total } = firstRows(upTo(1_000_000), 300);
    expect([shown.length, shown.at(-1), total]).toEqual([300, 300, 1_000_000]);
  });
});

describe("what is said of the rest", () => {
  it("is nothing where all are shown", () => {
    expect([restText(0, 0), restText(300, 300)]).toEqual(["", ""]);
  });

  it("is how many there are, and how to get them", () => {
    const text = restText(300, 407_796);
    expect(text).toContain("first 300 of 407,796 rows");
    expect(text).toContain("--format csv");
  });
});
