// Proves that a clock that is five seconds or more from the issuer's is noticed, and one that is not is let be.
import { expect, it } from "vitest";
import { issuerClock } from "./issuer-clock.ts";

const NOON = Date.parse("2024-03-20T12:00:00Z");

/** What is noticed where the issuer says noon, we ask at one moment and have the answer at another. */
async function noticed(asked: number, answered: number, date = new Date(NOON).toUTCString()) {
  const moments = [asked, answered];
  const answer = async () => new Response("{}", { headers: { date } });
  const clock = issuerClock(answer, () => NOON + (moments.shift() ?? 0));
  await clock.fetch("https://sts.example");
  return clock.wrongBy();
}

it.each([
  ["right", 0, 0, undefined],
  ["ahead by less than a second, which cannot be told", 999, 999, undefined],
  ["ahead by just less than five", 5_999, 6_000, undefined],
  ["ahead by five", 6_000, 6_000, 5],
  ["ahead by a minute", 61_000, 61_500, 60],
  ["behind by just less than five", -4_999, -4_999, undefined],
  ["behind by five", -5_000, -5_000, -5],
  ["right, and the answer was ten seconds on its way", 0, 10_000, undefined],
  ["right, and the question was", -10_000, 0, undefined],
])("a clock that is %s", async (_, asked, answered, expected) => {
  expect(await noticed(asked, answered)).toBe(expected);
});

it("an answer that tells no time says nothing of it", async () => {
  expect(await noticed(60_000, 60_000, "soon")).toBeUndefined();
});
