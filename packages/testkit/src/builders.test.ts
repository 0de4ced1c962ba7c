// Knows whether the builders write down what a test says.
import { describe, expect, it } from "vitest";
import { course } from "./builders.ts";

describe("a course in the making", () => {
  const begun = course("tsb").with("pathway-start", "2024-07-01", { careLevel: "dogn" });

  it("numbers its records and takes them as written at noon on the day itself", () => {
    expect(begun.log.records).toEqual([
      {
        recordId: "r1",
        event: "pathway-start",
        occurredOn: "2024-07-01",
        recordedAt: "2024-07-01T10:00:00.000Z",
        recordedOn: "2024-07-01",
        careLevel: "dogn",
      },
    ]);
  });

  it("never changes: what is added is in the new one only", () => {
    begun.with("first-attendance", "2024-07-08");
    expect(begun.log.records).toHaveLength(1);
  });

  it("corrects and voids by record id", () => {
    const { log } = begun.correcting("r1", "pathway-start", "2024-07-02").voiding("r2");
    expect(log.records.map((record) => record.voids ?? record.corrects)).toEqual([
      undefined,
      "r1",
      "r2",
    ]);
  });

  it("finds the date of writing in Oslo", () => {
    const fields = { recordedAt: "2024-07-01T22:30:00Z" };
    const { log } = course("tsb").with("evaluation", "2024-07-01", fields);
    expect(log.records).toEqual([expect.objectContaining({ recordedOn: "2024-07-02" })]);
  });
});
