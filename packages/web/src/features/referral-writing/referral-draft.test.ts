// Proves what is needed before a referral can be sent, and what is sent of it.
import { expect, test } from "vitest";
import { emptyDraft, missingIn, needsOf, type ReferralDraft, toSend } from "./referral-draft.ts";

const ITEMS = ["a", "b", "c"];
const whole: ReferralDraft = {
  ...emptyDraft("Fanny Fastlege"),
  pathway: "tsb",
  unitId: "u1",
  personNumber: "658887 00085",
  name: " Testine Skinnbakken ",
  points: {
    a: { text: "Drikker daglig." },
    b: { answer: "absent", text: "" },
    c: { answer: "not-relevant", text: "" },
    old: { answer: "present", text: "of another pathway" },
  },
};

test("a point is there by its words, and missing where nobody answers or says that it is", () => {
  expect(missingIn(whole, ITEMS)).toEqual(["b"]);
  expect(missingIn(emptyDraft(""), ITEMS)).toEqual(ITEMS);
});

test("missing points need a reason, and hold up no emergency", () => {
  expect(needsOf(whole, 1)).toEqual(["because"]);
  expect(needsOf({ ...whole, incompleteBecause: "Ettersendes." }, 1)).toEqual([]);
  expect(needsOf({ ...whole, urgency: "emergency" }, 1)).toEqual([]);
  expect(needsOf(emptyDraft(""), 0)).toEqual([
    "pathway",
    "unit",
    "personNumber",
    "name",
    "referrer",
  ]);
});

test("only points of the chosen checklist are sent, and nothing that was left empty", () => {
  const sent = toSend(whole, ITEMS);
  expect(sent.points).toEqual([
    { item: "a", answer: "present", text: "Drikker daglig." },
    { item: "b", answer: "absent" },
    { item: "c", answer: "not-relevant" },
  ]);
  expect(sent.patient).toEqual({ personNumber: "65888700085", name: "Testine Skinnbakken" });
  expect(sent).not.toHaveProperty("gp");
  expect(sent).not.toHaveProperty("patientWords");
});

test("the GP is named only where somebody else refers", () => {
  const draft = { ...whole, gpName: "Gro Fastlege", tellGp: true };
  expect(toSend(draft, ITEMS)).not.toHaveProperty("gp");
  expect(toSend({ ...draft, notGp: true }, ITEMS)).toMatchObject({
    gp: { name: "Gro Fastlege" },
    tellGp: true,
  });
});
