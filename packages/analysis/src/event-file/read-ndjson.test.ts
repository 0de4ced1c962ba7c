// Proves how NDJSON is read: the names of the CSV columns, texts and whole numbers, one object a line.
import { describe, expect, it } from "vitest";
import { readText, recordIdsOf, recordsOf, sampleText, told } from "../testing/read-text.ts";
import { MAX_LINE_LENGTH } from "./text-lines.ts";

const CSV = sampleText("courses.events.csv");

/** The CSV sample's lines as objects. */
function objects(): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = CSV.trim().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? ""]));
  });
}

const GOOD = {
  record_id: "r1",
  course_id: "c1",
  patient_id: "p1",
  pathway: "tsb",
  event: "evaluation",
  occurred_on: "2024-02-29",
  recorded_at: "2024-02-29T12:00:00Z",
};
const file = (...lines: readonly (string | object)[]): string =>
  lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
const read = (...lines: readonly (string | object)[]) => readText("ndjson", file(...lines));

describe("the sample as NDJSON", () => {
  const present = (object: object) => Object.entries(object).filter(([, value]) => value !== "");

  it.each([
    ["empty values written as texts", (object: object) => object],
    ["empty values left out", (object: object) => Object.fromEntries(present(object))],
    ["names in another order", (object: object) => Object.fromEntries(present(object).reverse())],
    [
      "empty values as null",
      (object: object) => JSON.parse(JSON.stringify(object).replaceAll('""', "null")),
    ],
  ])("is what it is as CSV, with %s", async (_, change) => {
    const csv = await readText("csv", CSV);
    for (const end of ["\n", "\r\n"]) {
      const text = objects().map((one) => JSON.stringify(change(one)));
      expect(await readText("ndjson", text.join(end), 11)).toEqual(csv);
    }
  });
});

describe("a value", () => {
  it("that is a whole number is read by its figures, as tools write ids of figures", async () => {
    const found = await read({ ...GOOD, unit_id: 9900001, record_id: 17, course_id: -3 });
    expect(told(found)).toEqual([]);
    expect(found.logs[0]?.courseId).toBe("-3");
    expect(recordsOf(found)).toEqual([
      expect.objectContaining({ unitId: "9900001", recordId: "17" }),
    ]);
  });

  it.each([
    ["a broken number", 1.5, "1.5"],
    ["a number too large to be kept whole", 2 ** 53, "9007199254740992"],
    ["a truth value", true, "true"],
    ["a list", ["a"], '["a"]'],
    ["an object", { a: 1 }, '{"a":1}'],
  ])("that is %s is told", async (_, value, shown) => {
    const found = await read({ ...GOOD, unit_id: value }, { ...GOOD, record_id: "r2" });
    expect(told(found)).toEqual([
      `1: unit_id: expected a text, a whole number or null, got ${JSON.stringify(shown)}`,
    ]);
    expect(recordIdsOf(found)).toEqual(["r2"]);
  });

  it("of several that are bad is told each, of whatever kind", async () => {
    const found = await read({
      ...GOOD,
      unit_id: [],
      event: {},
      unheard_of: "x",
      recorded_at: "now",
    });
    expect(found.problems.map((one) => one.column).sort()).toEqual([
      "event",
      "recorded_at",
      "unheard_of",
      "unit_id",
    ]);
    expect(told(await read({ ...GOOD, occurred_on: 20240229 }))).toEqual([
      '1: occurred_on: expected an existing date YYYY-MM-DD, got "20240229"',
    ]);
  });

  it("with a line break in it is told and shown on one line", async () => {
    const found = await read({ ...GOOD, record_id: "a\nb" }, { ...GOOD, "x\ny": "1" });
    expect(told(found)).toEqual([
      '1: record_id: expected an id, in UTF-8 without control characters, got "a\\nb"',
      '2: x y: expected a column of the event file, got "x\\ny"',
    ]);
  });
});

describe("a line", () => {
  it.each([
    "{",
    "[]",
    '"text"',
    "null",
    "17",
    "{} {}",
    "record_id,course_id",
    "NaN",
    "'{}'",
  ])("that is no object is told whole: %s", async (line) => {
    const found = await read(GOOD, line, { ...GOOD, record_id: "r2" });
    expect(told(found)).toEqual([`2: expected one JSON object, got ${JSON.stringify(line)}`]);
    expect(recordIdsOf(found)).toEqual(["r1", "r2"]);
  });

  it("too long is told and passed over", async () => {
    const found = await read({ ...GOOD, unit_id: "x".repeat(MAX_LINE_LENGTH) }, GOOD);
    expect(found.problems).toEqual([
      { line: 1, column: "", expected: "at most 65536 characters", found: "a longer line" },
    ]);
    expect(recordIdsOf(found)).toEqual(["r1"]);
  });

  it("without what every line needs is told by each column", async () => {
    const found = await read("{}");
    expect(found.problems.map((one) => one.column)).toEqual(
      "record_id course_id patient_id recorded_at occurred_on pathway event".split(" "),
    );
  });

  it("that is empty is nothing, and so is an empty file", async () => {
    expect(await read("", GOOD, "")).toMatchObject({ problems: [], lines: 1 });
    expect(await read("")).toEqual({ logs: [], problems: [], lines: 0 });
  });

  it("may name a property of all objects, which is no column", async () => {
    const found = await read('{"__proto__": "x", "constructor": "y"}');
    expect(found.problems.slice(0, 2).map((one) => one.column)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });
});
