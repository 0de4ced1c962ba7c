// Proves the verdict on a patient's own legal deadline: told once, moved only by a correction.
import { type CourseBuilder, course, editionsByHand, on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import { compileLibrary } from "../../edition/library.ts";
import { findingsOf, pinnedCourse, verdictsOf } from "../../judge.ts";
import type { Verdict } from "../verdict.ts";

const LIBRARY = compileLibrary(editionsByHand(), { weekend: [6, 7], fixed: [], easterOffsets: [] });

function judgedAt({ log }: CourseBuilder, asOf: string) {
  const judged = pinnedCourse(log, LIBRARY, on(asOf));
  if (judged === undefined) throw new Error("expected a course");
  return judged;
}

function verdict(built: CourseBuilder, asOf: string): Verdict | undefined {
  return verdictsOf(judgedAt(built, asOf)).find((one) => one.rule.kind === "individual-deadline");
}

const referred = course("phv-voksne")
  .with("referral-received", "2024-01-02")
  .with("referral-assessed", "2024-01-10", { legalDeadline: "2024-03-01" });

describe("a legal deadline", () => {
  it("gives no verdict while no record tells one", () => {
    const { log } = course("phv-voksne").with("referral-assessed", "2024-01-10");
    expect(verdict({ ...referred, log }, "2024-02-01")).toBeUndefined();
  });

  it.each([
    ["2024-02-15", { verdict: "pending", open: true, days: 36, overBy: undefined }],
    ["2024-03-01", { verdict: "pending", open: true, days: 51, overBy: undefined }],
    ["2024-03-02", { verdict: "not-met", open: true, days: 52, overBy: 1 }],
  ])("is open as of %s", (asOf, expected) => {
    const found = verdict(referred, asOf);
    expect(found).toMatchObject({ ...expected, dueOn: "2024-03-01", limitDays: undefined });
    expect(found?.from.recordId).toBe("r2");
  });

  it.each([
    ["2024-03-01", { verdict: "met", days: 51, overBy: undefined }],
    ["2024-03-05", { verdict: "not-met", days: 55, overBy: 4 }],
    ["2024-01-05", { verdict: "met", days: -5, overBy: undefined }],
  ])("is closed by a first attendance on %s, also one before it was told", (attended, expected) => {
    const found = verdict(referred.with("first-attendance", attended), "2024-06-01");
    expect(found).toMatchObject({ ...expected, open: false });
  });

  it("is met by the record that tells it", () => {
    const told = course("phv-voksne").with("first-attendance", "2024-02-01", {
      legalDeadline: "2024-03-01",
    });
    expect(verdict(told, "2024-06-01")).toMatchObject({ verdict: "met", days: 0 });
  });

  it("does not apply to a course that ended in time, and is not met by one that ended late", () => {
    const inTime = verdict(referred.with("closure", "2024-03-01"), "2024-06-01");
    expect(inTime).toMatchObject({ verdict: "not-applicable", reason: "ended", dueOn: undefined });
    const late = verdict(referred.with("transfer-out", "2024-03-03"), "2024-06-01");
    expect(late).toMatchObject({ verdict: "not-met", reason: "ended", days: 53, overBy: 2 });
  });

  it("stays as first told when a later record tells another date, and that is a finding", () => {
    const moved = referred.with("clinical-decision", "2024-02-01", { legalDeadline: "2024-04-01" });
    expect(verdict(moved, "2024-02-15")?.dueOn).toBe("2024-03-01");
    const findings = findingsOf(judgedAt(moved, "2024-02-15"));
    const found = findings.find((one) => one.rule.kind === "legal-deadline-moved");
    expect(found?.recordIds).toEqual(["r3"]);
  });

  it("moves by a correction, and goes with a correction that tells none", () => {
    const corrected = referred.correcting("r2", "referral-assessed", "2024-01-10", {
      legalDeadline: "2024-04-01",
    });
    expect(verdict(corrected, "2024-02-15")?.dueOn).toBe("2024-04-01");
    const without = referred.correcting("r2", "referral-assessed", "2024-01-10");
    expect(verdict(without, "2024-02-15")).toBeUndefined();
  });

  it("says so where the patient postponed something on the way", () => {
    const postponed = referred.with("patient-postponed", "2024-02-10");
    expect(verdict(postponed, "2024-02-15")?.postponed).toBe(true);
    expect(verdict(referred.with("patient-postponed", "2024-01-05"), "2024-02-15")?.postponed).toBe(
      false,
    );
  });
});
