// Proves that a story is not begun just before midnight in Norway, in winter and in summer.
import { expect, it } from "vitest";
import { waitBeforeStory } from "./day-left.ts";

it.each([
  ["2026-11-22T22:58:00Z", 120_000],
  ["2026-06-21T21:59:59Z", 1_000],
  ["2026-11-22T23:00:00Z", 0],
  ["2026-06-21T22:00:00Z", 0],
  ["2026-11-22T22:53:00Z", 0],
  ["2026-11-22T12:00:00Z", 0],
])("at %s waits %d ms", (now, expected) => {
  expect(waitBeforeStory(new Date(now))).toBe(expected);
});
