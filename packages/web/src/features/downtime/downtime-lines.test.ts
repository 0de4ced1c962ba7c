// Proves how lines on paper become registrations: on the day that was written, course by course.
import { describe, expect, it } from "vitest";
import { byCourse, isWhole, newLine, registrationOf } from "./downtime-lines.ts";

const line = (courseId: string, event: string, on = "2026-03-03") => ({
  ...newLine(),
  courseId,
  event,
  on,
});

describe("lines on paper", () => {
  it("are of one course each, in the order of the paper", () => {
    const lines = [line("b", "x"), line("a", "y"), line("b", "z")];
    expect([...byCourse(lines)].map(([id, of]) => [id, of.map(({ event }) => event)])).toEqual([
      ["b", ["x", "z"]],
      ["a", ["y"]],
    ]);
  });

  it("have no day of their own: one without is not whole", () => {
    expect(isWhole(newLine())).toBe(false);
    expect(isWhole(line("a", "x", ""))).toBe(false);
    expect(isWhole(line("a", "x"))).toBe(true);
  });

  it("are registered on the day they happened, with the outcome if there is one", () => {
    expect(registrationOf(line("a", "x"))).toEqual({ event: "x", occurredOn: "2026-03-03" });
    expect(registrationOf({ ...line("a", "x"), outcome: "o" })).toMatchObject({ outcome: "o" });
  });
});
