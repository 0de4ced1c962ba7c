// Proves what the lines of a course must agree on, and that a line naming a bad line is bad itself.
import { describe, expect, it } from "vitest";
import { csvFile, csvLineWith, readText, recordIdsOf, told } from "../testing/read-text.ts";

const readLines = (...lines: readonly Readonly<Record<string, string>>[]) =>
  readText("csv", csvFile(...lines.map(csvLineWith)));

describe("a record id", () => {
  it("is used once in the file: the second is told, whichever course it is of", async () => {
    const file = await readLines({}, {}, { course_id: "c2" }, { record_id: "r2" });
    const expected = 'expected an id used once in the file, got "r1"';
    expect(told(file)).toEqual([`3: record_id: ${expected}`, `4: record_id: ${expected}`]);
    expect(recordIdsOf(file)).toEqual(["r1", "r2"]);
    expect(file.logs.map((log) => log.courseId)).toEqual(["c1"]);
  });

  it("of a line that is bad by itself is free", async () => {
    const file = await readLines({ event: "?" }, {});
    expect(file.problems.map((one) => one.line)).toEqual([2]);
    expect(recordIdsOf(file)).toEqual(["r1"]);
  });
});

describe("the lines of a course", () => {
  it("agree on pathway and patient, and each that does not is told", async () => {
    const file = await readLines(
      {},
      { record_id: "r2", pathway: "psykose" },
      { record_id: "r3", patient_id: "p2" },
      { record_id: "r4", pathway: "", event: "", code: "D06L", patient_id: "p3" },
      { record_id: "r5" },
      { record_id: "r1", pathway: "psykose" },
    );
    expect(told(file)).toEqual([
      '3: pathway: expected tsb, as on the course\'s other lines, got "psykose"',
      '4: patient_id: expected the patient of the course\'s other lines, got "p2"',
      '5: pathway: expected tsb, as on the course\'s other lines, got "psykose"',
      '5: patient_id: expected the patient of the course\'s other lines, got "p3"',
      '7: pathway: expected tsb, as on the course\'s other lines, got "psykose"',
      '7: record_id: expected an id used once in the file, got "r1"',
    ]);
    expect(recordIdsOf(file)).toEqual(["r1", "r5"]);
  });

  it("take them from any line that tells them, a void's too", async () => {
    const nothing = { patient_id: "", pathway: "", event: "", occurred_on: "" };
    const file = await readLines(
      { ...nothing, record_id: "v1", voids: "r1" },
      { ...nothing, record_id: "v2", voids: "v1", pathway: "psykose" },
      {},
    );
    expect(told(file)).toEqual(
      [
        '4: pathway: expected psykose, as on the course\'s other lines, got "tsb"',
        '2: voids: expected the record_id of a good line of the same course, got "r1"',
        '3: voids: expected the record_id of a good line of the same course, got "v1"',
      ].sort(),
    );
    expect(file.logs).toEqual([]);
  });
});

describe("a line that names another", () => {
  it("may stand before it", async () => {
    const file = await readLines(
      { record_id: "r2", corrects: "r1" },
      { voids: "r3" },
      { record_id: "r3" },
    );
    expect(told(file)).toEqual([]);
    expect(recordIdsOf(file)).toEqual(["r2", "r1", "r3"]);
  });

  it.each([
    ["that is nowhere", "r9"],
    ["of another course", "other"],
    ["that is bad", "bad"],
    ["that was there already", "twice"],
  ])("%s is told", async (_, target) => {
    const file = await readLines(
      {},
      { record_id: "other", course_id: "c2" },
      { record_id: "bad", occurred_on: "soon" },
      { record_id: "twice", course_id: "c2" },
      { record_id: "twice" },
      { record_id: "r2", corrects: target },
    );
    expect(told(file).filter((line) => line.startsWith("7"))).toEqual([
      `7: corrects: expected the record_id of a good line of the same course, got "${target}"`,
    ]);
    expect(recordIdsOf(file)).toEqual(["r1", "other", "twice"]);
  });

  it("makes those bad that name it, and so on, and nobody else", async () => {
    const file = await readLines(
      { record_id: "a", corrects: "nowhere" },
      { record_id: "c", corrects: "b" },
      { record_id: "b", corrects: "a" },
      { record_id: "d", voids: "c", event: "" },
      { record_id: "other", corrects: "good" },
      { record_id: "good" },
    );
    expect(file.problems.map((one) => [one.line, one.column])).toEqual([
      [2, "corrects"],
      [3, "corrects"],
      [4, "corrects"],
      [5, "voids"],
    ]);
    expect(recordIdsOf(file)).toEqual(["other", "good"]);
  });

  it("in a circle has a good line to name", async () => {
    const file = await readLines(
      { record_id: "a", corrects: "b" },
      { record_id: "b", corrects: "a" },
      { record_id: "c", corrects: "c" },
    );
    expect(told(file)).toEqual([]);
    expect(recordIdsOf(file)).toEqual(["a", "b", "c"]);
  });

  it("ends a chain of fifty thousand in one go", async () => {
    const chain = Array.from({ length: 50_000 }, (_, n) => ({
      record_id: `r${n}`,
      corrects: n === 0 ? "nowhere" : `r${n - 1}`,
    }));
    const begun = performance.now();
    const file = await readLines(...chain.reverse());
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(file.problems).toHaveLength(50_000);
    expect(file.logs).toEqual([]);
  });
});
