// A site sets its own days for answering patients; what it does not set is our own choice.
import { expect, test } from "vitest";
import { ANSWER_DAYS, answerDays, wrongAnswerDays } from "./answer-days.ts";

test("without a setting, or an empty one, our own days hold", () => {
  expect(answerDays(undefined)).toEqual(ANSWER_DAYS);
  expect(answerDays("")).toEqual(ANSWER_DAYS);
});

test("a site's days hold for what it names, and nothing else", () => {
  const days = answerDays("not-working=2, other-therapist=5");
  expect(days).toEqual({ ...ANSWER_DAYS, "not-working": 2, "other-therapist": 5 });
});

test.each([
  "not-working",
  "not-working=soon",
  "weather=2",
  "not-working=-1",
  "toString=3",
])("%j is told as wrong with what was expected, beside what is right", (setting) => {
  expect(wrongAnswerDays(`other-therapist=5,${setting}`)).toMatchObject([
    {
      what: "RETTVEI_ANSWER_DAYS",
      expected: expect.stringMatching(/^NAME=DAYS/),
      found: `"${setting}"`,
    },
  ]);
});

test("a right setting has nothing wrong", () => {
  expect(wrongAnswerDays("not-working=2, other-therapist=5")).toEqual([]);
  expect(wrongAnswerDays(undefined)).toEqual([]);
});
