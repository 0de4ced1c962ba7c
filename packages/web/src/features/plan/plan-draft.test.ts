// Proves what is missing in a plan that is being written, and what is told to be new in it.
import { describe, expect, it } from "vitest";
import { changeBetween, draftFrom, missingIn, type PlanVersion } from "./plan-draft.ts";

const VERSION: PlanVersion = {
  number: 1,
  on: "2026-03-03",
  recordedAt: "2026-03-03T12:00:00Z",
  recordedBy: "a",
  goals: [{ words: "Sove om natta.", patientsOwn: true }],
  measures: [{ what: "Samtaler", who: "Odd", when: "Hver uke" }],
  nextEvaluationOn: "2026-04-14",
  madeTogether: true,
  whyNotTogether: null,
  largerChange: false,
  whatChanged: null,
};

describe("a plan that is being written", () => {
  it("begins empty and lacks a goal, and for treatment the next evaluation", () => {
    expect(missingIn(draftFrom(undefined), "treatment", false)).toEqual([
      "goal",
      "next-evaluation",
    ]);
    expect(missingIn(draftFrom(undefined), "crisis", false)).toEqual(["goal"]);
  });

  it("goes on from the version in use, and lacks only what is new", () => {
    const draft = draftFrom(VERSION);
    expect(draft.goals[0]).toMatchObject({ words: "Sove om natta.", patientsOwn: true });
    expect(missingIn(draft, "treatment", true)).toEqual(["what-changed"]);
    expect(missingIn({ ...draft, whatChanged: "Gruppe." }, "treatment", true)).toEqual([]);
  });

  it("not made together needs a reason, and blanks are none", () => {
    const draft = { ...draftFrom(VERSION), together: false, whyNot: "  " };
    expect(missingIn(draft, "treatment", false)).toEqual(["why-not"]);
  });
});

describe("what is new in a version", () => {
  it("is what came and what went, and nothing that stayed", () => {
    const goals = [...VERSION.goals, { words: "Møte venner.", patientsOwn: true }];
    const after = { ...VERSION, number: 2, goals, measures: [] };
    expect(changeBetween(VERSION, after)).toEqual({
      added: ["Møte venner."],
      gone: ["Samtaler, Odd, Hver uke"],
    });
    expect(changeBetween(VERSION, VERSION)).toEqual({ added: [], gone: [] });
  });
});
