// Proves the order of the timeline, and that no record is left out of it.
import { describe, expect, it } from "vitest";
import type { RecordView } from "../../app/api/contract.ts";
import { point, record, verdict } from "./testing/course-parts.ts";
import { daysOf, openVerdicts } from "./timeline.ts";

const voiding = (recordId: string, voids: string, recordedAt: string): RecordView =>
  record(recordId, { event: null, name: null, occurredOn: null, recordedAt, voids });

describe("the timeline", () => {
  it("goes from the newest day to the oldest, the last record of a day first", () => {
    const records = [
      record("a", { occurredOn: "2026-01-01" }),
      record("b", { occurredOn: "2026-02-01" }),
      record("c", { occurredOn: "2026-01-01" }),
    ];
    const days = daysOf({ records, verdicts: [] });
    expect(days.map(({ on }) => on)).toEqual(["2026-02-01", "2026-01-01"]);
    expect(days[1]?.entries.map((entry) => entry.record.recordId)).toEqual(["c", "a"]);
  });

  it("keeps every record, and tells a voided one together with what voided it", () => {
    const records = [
      record("a", { state: "voided" }),
      record("b", { state: "replaced" }),
      record("c", { corrects: "b" }),
      voiding("v", "a", "2026-03-09T08:00:00.000Z"),
    ];
    const entries = daysOf({ records, verdicts: [] }).flatMap((day) => day.entries);
    expect(entries.map((entry) => entry.record.recordId)).toEqual(["c", "b", "a"]);
    expect(entries.at(-1)?.voidedBy?.recordId).toBe("v");
  });

  it("shows the voiding of a voiding by itself, on the day it was written", () => {
    const records = [
      record("a", { state: "voided" }),
      voiding("v", "a", "2026-03-09T08:00:00.000Z"),
      voiding("w", "v", "2026-03-10T08:00:00.000Z"),
    ];
    const days = daysOf({ records, verdicts: [] });
    expect(days.map(({ on }) => on)).toEqual(["2026-03-10", "2026-03-03"]);
    expect(days[0]?.entries[0]?.record.recordId).toBe("w");
  });

  it("puts a closed verdict on the day that closed it, and no open one", () => {
    const verdicts = [
      verdict("met", { to: point("2026-02-02") }),
      verdict("ended", { end: point("2026-02-03") }),
      verdict("not-begun", {}),
      verdict("running", { open: true, verdict: "pending", dueOn: "2026-05-01" }),
    ];
    const days = daysOf({ records: [], verdicts });
    expect(days.map(({ on, verdicts: own }) => [on, ...own.map((one) => one.ruleId)])).toEqual([
      ["2026-02-03", "ended"],
      ["2026-02-02", "met"],
      ["2026-01-01", "not-begun"],
    ]);
  });
});

describe("open verdicts", () => {
  it("stand by due date, those without one last", () => {
    const verdicts = [
      verdict("undated", { open: true, verdict: "undetermined" }),
      verdict("later", { open: true, dueOn: "2026-05-01" }),
      verdict("closed", { dueOn: "2026-01-01" }),
      verdict("sooner", { open: true, dueOn: "2026-03-01" }),
    ];
    expect(openVerdicts(verdicts).map(({ ruleId }) => ruleId)).toEqual([
      "sooner",
      "later",
      "undated",
    ]);
  });
});
