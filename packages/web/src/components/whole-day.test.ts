// Proves that a day half typed is none.
import { expect, it } from "vitest";
import { FIRST_DAY, isWholeDay, LAST_DAY } from "./whole-day.ts";

it("takes no day whose year is typed to its first, second or third digit", () => {
  const typed = ["", "0002-03-14", "0020-03-14", "0202-03-14", "2026-03-14"];
  expect(typed.map(isWholeDay)).toEqual([false, false, false, false, true]);
});

it("takes the first and the last day, and none beyond them or that does not exist", () => {
  expect([FIRST_DAY, LAST_DAY].every(isWholeDay)).toBe(true);
  expect(["1899-12-31", "3000-01-01", "2026-02-29"].some(isWholeDay)).toBe(false);
});
