// Proves which records count at a date, in which order, and what they tell each other.
import { at, course, on, type RecordFields, record } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import { countingRecords } from "./counting.ts";
import type { CourseLog, LogRecord } from "./record.ts";

const ORDER = new Map([
  ["begun", 0],
  ["seen", 1],
  ["ended", 2],
]);
const LATE = on("2026-12-31");

function counted(records: readonly LogRecord[], asOf = LATE) {
  return countingRecords(records, ORDER, asOf);
}

function ids(log: CourseLog, asOf = LATE): readonly string[] {
  return counted(log.records, asOf).map((one) => one.record.recordId);
}

/** Every order of the given things. */
function orders<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((thing, place) =>
    orders([...things.slice(0, place), ...things.slice(place + 1)]).map((rest) => [thing, ...rest]),
  );
}

describe("the order of records", () => {
  const written = (recordId: string, clock: string): RecordFields => ({
    recordId,
    recordedAt: at("2024-03-09", clock),
  });
  const inOrder = [
    record("ended", "2024-03-01", written("z", "12:00")),
    record("begun", "2024-03-02", written("y", "12:00")),
    record("seen", "2024-03-02", written("x", "08:00")),
    record("seen", "2024-03-02", written("v", "09:00")),
    record("seen", "2024-03-02", written("w", "09:00")),
    record("unheard-of", "2024-03-02", written("a", "07:00")),
  ];

  it("is by date, then event, then moment of writing, then id, however they arrive", () => {
    for (const arrived of orders(inOrder)) {
      expect(counted(arrived).map((one) => one.record.recordId)).toEqual(
        inOrder.map((one) => one.recordId),
      );
    }
  });

  it("is the same in a log too long for insertion", () => {
    const days = Array.from({ length: 150 }, (_, day) => on(`2024-${month(day)}-${dayOf(day)}`));
    const many = days.map((day, n) => record("seen", day, { recordId: `r${n}` }));
    const mixed = [...many].sort((a, b) => (hash(a.recordId) < hash(b.recordId) ? -1 : 1));
    expect(mixed).not.toEqual(many);
    expect(counted(mixed).map((one) => one.record)).toEqual(many);
  });
});

const two = (n: number): string => String(n).padStart(2, "0");
const month = (n: number): string => two(1 + Math.floor(n / 28));
const dayOf = (n: number): string => two(1 + (n % 28));
const hash = (id: string): number => (Number(id.slice(1)) * 7919) % 1009;

describe("a record counts", () => {
  const begun = course("any").with("begun", "2024-03-01").with("seen", "2024-03-08");

  it("from the day it happened", () => {
    expect(ids(begun.log, on("2024-03-07"))).toEqual(["r1"]);
    expect(ids(begun.log, on("2024-03-08"))).toEqual(["r1", "r2"]);
    expect(ids(begun.log, on("2024-02-29"))).toEqual([]);
  });

  it("whenever it was written down", () => {
    const { log } = begun.with("seen", "2024-03-09", { recordedAt: "2031-01-01T00:00:00Z" });
    expect(ids(log, on("2024-03-09"))).toEqual(["r1", "r2", "r3"]);
  });

  it("not when it is voided, and a void counts as nothing itself", () => {
    expect(ids(begun.voiding("r2").log)).toEqual(["r1"]);
  });

  it("not when it is corrected; the correction has its own fields only", () => {
    const { log } = course("any")
      .with("begun", "2024-03-01", { careLevel: "dogn", unitId: "7" })
      .correcting("r1", "seen", "2024-03-02");
    expect(counted(log.records)).toEqual([
      expect.objectContaining({ event: 1, careLevel: undefined, unitId: undefined }),
    ]);
  });

  it("not when its correction is corrected or voided: nothing comes back", () => {
    const corrected = begun.correcting("r2", "seen", "2024-03-09");
    expect(ids(corrected.log)).toEqual(["r1", "r3"]);
    expect(ids(corrected.correcting("r3", "seen", "2024-03-10").log)).toEqual(["r1", "r4"]);
    expect(ids(corrected.voiding("r3").log)).toEqual(["r1"]);
    expect(ids(begun.voiding("r2").voiding("r3").log)).toEqual(["r1"]);
  });

  it("not when its correction is dated after the day asked for", () => {
    const { log } = begun.correcting("r2", "seen", "2024-05-01");
    expect(ids(log, on("2024-04-01"))).toEqual(["r1"]);
    expect(ids(log, on("2024-05-01"))).toEqual(["r1", "r3"]);
  });

  it("not when it takes itself away, nor when two take each other away", () => {
    const self = record("seen", "2024-03-01", { recordId: "a", corrects: "a" });
    const one = record("seen", "2024-03-01", { recordId: "b", corrects: "c" });
    const other = record("seen", "2024-03-01", { recordId: "c", corrects: "b" });
    expect(counted([self, one, other])).toEqual([]);
  });
});

it("care level and unit are a record's own, else those of the nearest earlier record in order", () => {
  const { log } = course("any")
    .with("ended", "2024-03-05")
    .with("seen", "2024-03-03", { careLevel: "dogn", unitId: "2" })
    .with("begun", "2024-03-01")
    .with("seen", "2024-03-02", { unitId: "1" })
    .with("seen", "2024-03-04", { careLevel: "dag" });
  expect(counted(log.records).map(({ careLevel, unitId }) => [careLevel, unitId])).toEqual([
    [undefined, undefined],
    [undefined, "1"],
    ["dogn", "2"],
    ["dag", "2"],
    ["dag", "2"],
  ]);
});

it("a voided record tells no later one its care level", () => {
  const { log } = course("any")
    .with("begun", "2024-03-01", { careLevel: "dogn" })
    .with("seen", "2024-03-02")
    .voiding("r1");
  expect(counted(log.records).map(({ careLevel }) => careLevel)).toEqual([undefined]);
});
