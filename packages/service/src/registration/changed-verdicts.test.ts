// Proves what counts as changed by a registration.
import { judge, type Verdict } from "@rettvei/engine";
import { course, on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import { judging } from "../testing/test-store.ts";
import { changedVerdicts } from "./changed-verdicts.ts";
import { courseEdition } from "./course-edition.ts";

const begun = course("tsb")
  .with("pathway-start", "2024-02-20")
  .with("first-attendance", "2024-02-20", { careLevel: "poliklinikk" });

function verdicts({ log }: typeof begun): readonly Verdict[] {
  return judge(log, courseEdition(judging, log), on("2024-03-01")).verdicts;
}

describe("changed verdicts", () => {
  it("are none where nothing changed", () => {
    expect(changedVerdicts(verdicts(begun), verdicts(begun))).toEqual([]);
  });

  it("pair the verdicts of a corrected record with those of the record in its place", () => {
    const corrected = begun.correcting("r2", "first-attendance", "2024-02-21", {
      careLevel: "poliklinikk",
    });
    expect(changedVerdicts(verdicts(begun), verdicts(corrected))).toEqual([
      {
        ruleId: "tsb.assessment",
        before: { verdict: "pending", dueOn: "2024-03-12" },
        after: { verdict: "pending", dueOn: "2024-03-13" },
      },
    ]);
  });

  it("tell which came and which went", () => {
    const voided = begun.voiding("r2");
    const outcome = { verdict: "pending", dueOn: "2024-03-12" };
    expect(changedVerdicts(verdicts(begun), verdicts(voided))).toEqual([
      { ruleId: "tsb.assessment", before: outcome, after: null },
    ]);
    expect(changedVerdicts(verdicts(voided), verdicts(begun))).toEqual([
      { ruleId: "tsb.assessment", before: null, after: outcome },
    ]);
  });
});
