// Proves what the picture of a course holds: bars with their limits, rows without overlap, what is coming.
import { describe, expect, it } from "vitest";
import type { Course } from "../../../app/api/contract.ts";
import { point, record, verdict } from "../testing/course-parts.ts";
import { coursePicture } from "./course-picture.ts";

const position: Course["position"] = {
  running: true,
  phase: null,
  unitId: null,
  unitName: null,
  nextStep: null,
  nextDate: null,
  noPublishedTime: false,
};

function pictureOf(parts: Partial<Course>) {
  const course = { asOf: "2026-04-01", position, records: [], verdicts: [], ...parts } as Course;
  return coursePicture(course);
}

describe("the picture of a course", () => {
  it("of which nothing counts is none", () => {
    expect(pictureOf({})).toBeUndefined();
    expect(pictureOf({ records: [record("r", { state: "voided" })] })).toBeUndefined();
  });

  it("draws an open time to today and its limit where it is, past or to come", () => {
    const open = { open: true, verdict: "pending" } as const;
    const picture = pictureOf({
      records: [record("r", { occurredOn: "2026-03-01" })],
      verdicts: [
        verdict("a", { ...open, from: point("2026-03-01"), dueOn: "2026-03-20" }),
        verdict("b", { ...open, from: point("2026-03-25"), dueOn: "2026-05-01" }),
      ],
    });
    const [a, b] = (picture?.rows ?? []).map(({ bars }) => bars[0]);
    const today = picture?.today ?? Number.NaN;
    expect([a?.until, b?.until]).toEqual([today, today]);
    expect([a?.due, b?.due]).toEqual([today - 12, today + 30]);
    expect([picture?.first, picture?.last]).toEqual([today - 31, today + 30]);
  });

  it("puts the times of one rule in one row, and those that lie over each other in two", () => {
    const closed = (from: string, to: string) =>
      verdict("a", { from: point(from), to: point(to), dueOn: to });
    const picture = pictureOf({
      records: [record("r", {})],
      verdicts: [
        closed("2026-02-01", "2026-03-01"),
        closed("2026-01-01", "2026-02-01"),
        closed("2026-02-15", "2026-02-20"),
      ],
    });
    const rows = picture?.rows.map(({ bars }) => bars.map((bar) => bar.verdict.from.on));
    expect(rows).toEqual([["2026-01-01", "2026-02-01"], ["2026-02-15"]]);
  });

  it("shows a lower limit only where days are counted by the calendar", () => {
    const least = (count: "calendar-days" | "working-days") =>
      pictureOf({
        records: [record("r", {})],
        verdicts: [verdict("a", { count, atLeastDays: 3 })],
      })?.rows[0]?.bars[0].least;
    expect(least("calendar-days")).toBeTypeOf("number");
    expect(least("working-days")).toBeUndefined();
  });

  it("tells the next step on its date, and what is dated ahead, as coming", () => {
    const name = { nb: "n", nn: "n", en: "n" };
    const next = {
      ...position,
      nextStep: { event: "e", name },
      nextDate: { on: "2026-04-20", kind: "recommendation", daysLeft: 19 },
    } as const;
    const picture = pictureOf({
      position: next,
      records: [record("now", {}), record("later", { occurredOn: "2026-04-10", state: "future" })],
    });
    expect(picture?.points.map(({ key, ahead }) => [key, ahead])).toEqual([
      ["now", false],
      ["later", true],
      ["next", true],
    ]);
  });
});
