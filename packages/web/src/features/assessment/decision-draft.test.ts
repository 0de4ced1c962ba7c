// Proves when a decision of a referral may be sent: never without all that it must hold, nor unread.
import { expect, test } from "vitest";
import { changed, decisionDraft, isWhole, letterDraftOf } from "./decision-draft.ts";

const author = { telephone: "99 99 99 99" };
const empty = { ...decisionDraft("tsb", "Siri Anne Spesialist"), ...author };

test("the author is named by the login, with the last word as family name", () => {
  expect([empty.givenName, empty.familyName]).toEqual(["Siri Anne", "Spesialist"]);
});

test("a refusal needs reasons, advice, how to complain, and that its letter was read", () => {
  const said = { reasons: "a", furtherMeasures: "b", howToComplain: "c" };
  const whole = { ...empty, kind: "refuse" as const, ...said, hasRead: true };
  expect(isWhole(whole)).toBe(true);
  for (const key of ["reasons", "furtherMeasures", "howToComplain", "telephone"] as const) {
    expect(isWhole({ ...whole, [key]: " " })).toBe(false);
  }
  expect(isWhole({ ...whole, hasRead: false })).toBe(false);
});

test("a right needs what it is for, the legal deadline, and that its letter was read", () => {
  const said = { grantedFor: "assessment" as const, legalDeadline: "2026-04-20" };
  const whole = { ...empty, kind: "grant" as const, ...said, hasRead: true };
  expect(isWhole(whole)).toBe(true);
  expect(isWhole({ ...whole, grantedFor: undefined })).toBe(false);
  expect(isWhole({ ...whole, legalDeadline: "" })).toBe(false);
  expect(isWhole({ ...whole, legalDeadline: "0202-04-20" })).toBe(false);
});

test("a letter that changes is to be read anew; who answers is no part of it", () => {
  const read = { ...empty, hasRead: true };
  expect(changed(read, { reasons: "x" }).hasRead).toBe(false);
  expect(changed(read, { telephone: "1" }).hasRead).toBe(true);
});

test("sending on gives no letter of a decision", () => {
  expect(letterDraftOf({ ...empty, kind: "send-on" })).toBeUndefined();
  expect(letterDraftOf({ ...empty, kind: "refuse", reasons: "r" })).toEqual({
    decision: "refuse",
    reasons: "r",
  });
});

test("a letter says no day that is still being typed", () => {
  const typed = {
    ...empty,
    kind: "grant" as const,
    legalDeadline: "0202-04-20",
    careFrom: "0002-05-01",
  };
  expect(letterDraftOf(typed)).toEqual({ decision: "grant" });
  expect(letterDraftOf({ ...typed, legalDeadline: "2026-04-20" })).toEqual({
    ...{ decision: "grant", legalDeadline: "2026-04-20" },
  });
});
