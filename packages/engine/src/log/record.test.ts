// Proves what a log was at an earlier moment: records written later are not there yet.
import { course, instant } from "@rettvei/testkit";
import { expect, it } from "vitest";
import { asKnownAt } from "./record.ts";

const { log } = course("tsb")
  .with("pathway-start", "2024-01-02", { recordedAt: "2024-01-02T09:00:00Z" })
  .with("first-attendance", "2024-01-05", { recordedAt: "2024-02-01T09:00:00+01:00" })
  .voiding("r2", { recordedAt: "2024-02-10T09:00:00Z" });

function known(moment: string): readonly string[] {
  return asKnownAt(log, instant(moment)).records.map((record) => record.recordId);
}

it("a record is known from the moment it was written, not from the day it happened", () => {
  expect(known("2024-01-02T08:59:59Z")).toEqual([]);
  expect(known("2024-01-20T00:00:00Z")).toEqual(["r1"]);
  expect(known("2024-02-01T08:00:00Z")).toEqual(["r1", "r2"]);
  expect(known("2024-02-01T07:59:59.999Z")).toEqual(["r1"]);
});

it("a void that was not written yet takes nothing away", () => {
  expect(known("2024-02-09T00:00:00Z")).toEqual(["r1", "r2"]);
  expect(known("2024-02-10T09:00:00Z")).toEqual(["r1", "r2", "r3"]);
});

it("the log itself stays as it was", () => {
  expect(known("2000-01-01T00:00:00Z")).toEqual([]);
  expect(log.records).toHaveLength(3);
});
