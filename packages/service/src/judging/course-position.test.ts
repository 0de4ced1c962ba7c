// Proves that a course is on the lists from its referral on, though nobody has started it.
import { type CourseLog, pinnedCourse, verdictsOf } from "@rettvei/engine";
import { course, on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import { judging } from "../testing/test-store.ts";
import { coursePosition } from "./course-position.ts";

function positionOn(log: CourseLog, asOf: string) {
  const at = pinnedCourse(log, judging.library, on(asOf));
  if (at === undefined) throw new Error("expected a record that counts");
  return coursePosition(at.course, verdictsOf(at));
}

const referred = course("tsb").with("referral-received", "2026-03-02");

describe("a course that has not started", () => {
  it("waits for its referral to be assessed, by the date that the law sets", () => {
    expect(positionOn(referred.log, "2026-03-03")).toMatchObject({
      running: true,
      nextStep: "referral-assessed",
      nextDate: { on: "2026-03-16", kind: "statutory" },
    });
  });

  it("waits still when the date has passed", () => {
    expect(positionOn(referred.log, "2026-05-01").running).toBe(true);
  });

  it("waits no more once it is assessed", () => {
    const assessed = referred.with("referral-assessed", "2026-03-04", { outcome: "no-right" });
    expect(positionOn(assessed.log, "2026-03-05")).toMatchObject({
      running: false,
      nextDate: undefined,
    });
  });

  it("waits no more once it is closed", () => {
    const closed = referred.with("closure", "2026-03-04", { outcome: "other" });
    expect(positionOn(closed.log, "2026-03-05").running).toBe(false);
  });
});
