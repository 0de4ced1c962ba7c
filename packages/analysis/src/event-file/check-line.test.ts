// Proves when a line is good: every bad column is told, codes and names agree, a void needs little.
import { describe, expect, it } from "vitest";
import { csvFile, csvLineWith, readText, recordsOf, told } from "../testing/read-text.ts";

type Changes = Readonly<Record<string, string>>;

const readLine = (changes: Changes) => readText("csv", csvFile(csvLineWith(changes)));
const problemsOf = async (changes: Changes) => told(await readLine(changes));
const recordOf = async (changes: Changes) => recordsOf(await readLine(changes))[0];

describe("a good line", () => {
  it("becomes a record with the values of its columns", async () => {
    const all = {
      unit_id: "9900001",
      outcome: "whatever",
      care_level: "dag",
      severity: "less-serious",
      granted_for: "treatment",
      legal_deadline: "2024-05-01",
      condition: "psykose",
    };
    expect(await recordOf(all)).toEqual({
      recordId: "r1",
      event: "evaluation",
      outcome: "whatever",
      occurredOn: "2024-02-29",
      recordedAt: "2024-02-29T12:00:00.000Z",
      recordedOn: "2024-02-29",
      careLevel: "dag",
      unitId: "9900001",
      severity: "less-serious",
      grantedFor: "treatment",
      legalDeadline: "2024-05-01",
      condition: "psykose",
      corrects: undefined,
    });
  });

  it.each([
    ["2024-02-29T12:00Z", "2024-02-29T12:00:00.000Z"],
    ["2024-02-29T12:00:00.5Z", "2024-02-29T12:00:00.500Z"],
    ["2024-02-29T12:00:00,123456789Z", "2024-02-29T12:00:00.123Z"],
    ["2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00.000Z"],
    ["2024-03-01T00:30:00+0100", "2024-02-29T23:30:00.000Z"],
    ["2024-03-01T00:30:00+01", "2024-02-29T23:30:00.000Z"],
    ["2024-02-29T22:00:00-02:30", "2024-03-01T00:30:00.000Z"],
    ["1900-01-01T00:00:00Z", "1900-01-01T00:00:00.000Z"],
  ])("may write its instant as %s", async (text, instant) => {
    expect(await recordOf({ recorded_at: text.includes(",") ? `"${text}"` : text })).toMatchObject({
      recordedAt: instant,
      recordedOn: instant.slice(0, 10),
    });
  });
});

describe("a bad column is told with what was expected and found", () => {
  const id = "an id, in UTF-8 without control characters";
  const date = "an existing date YYYY-MM-DD";
  const instant = "an instant in ISO 8601 with zone, as 2026-01-31T08:30:00Z";
  it.each([
    ["record_id", "", `${id}, got nothing`],
    ["course_id", "", `${id}, got nothing`],
    ["patient_id", "", `${id}, got nothing`],
    ["patient_id", "p\u0000", `${id}, got "p\\u0000"`],
    ["unit_id", "\t", `${id}, got "\\t"`],
    ["pathway", "rus", 'one of phv-voksne, tsb, psykose, got "rus"'],
    ["pathway", "", "one of phv-voksne, tsb, psykose, got nothing"],
    ["event", "evaluering", 'an event of the vocabulary, got "evaluering"'],
    ["outcome", "\u007f", 'a text in UTF-8 without control characters, got "\\u007f"'],
    ["occurred_on", "", `${date}, got nothing`],
    ["occurred_on", "2023-02-29", `${date}, got "2023-02-29"`],
    ["occurred_on", "29.02.2024", `${date}, got "29.02.2024"`],
    ["legal_deadline", "2024-13-01", `${date}, got "2024-13-01"`],
    ["recorded_at", "", `${instant}, got nothing`],
    ["recorded_at", "2024-02-29T12:00:00", `${instant}, got "2024-02-29T12:00:00"`],
    ["recorded_at", "2024-02-29 12:00:00Z", `${instant}, got "2024-02-29 12:00:00Z"`],
    ["recorded_at", "2023-02-29T12:00:00Z", `${instant}, got "2023-02-29T12:00:00Z"`],
    ["recorded_at", "2024-02-29T25:00:00Z", `${instant}, got "2024-02-29T25:00:00Z"`],
    ["recorded_at", "0024-02-29T12:00:00Z", `${instant}, got "0024-02-29T12:00:00Z"`],
    ["recorded_at", "9999-12-31T23:30:00Z", `${instant}, got "9999-12-31T23:30:00Z"`],
    ["care_level", "innlagt", 'one of poliklinikk, dag, dogn, got "innlagt"'],
    ["severity", "mild", 'one of serious, less-serious, got "mild"'],
    ["granted_for", "nothing", 'one of assessment, treatment, got "nothing"'],
    ["condition", "tsb", 'one of psykose, got "tsb"'],
    ["code", "D99Q", 'a code of an event, as D11CP, got "D99Q"'],
    ["code", "D01", 'a code of an event, as D11CP, got "D01"'],
  ])("%s = %j", async (column, value, expected) => {
    expect(await problemsOf({ [column]: value })).toEqual([`2: ${column}: expected ${expected}`]);
  });

  it("each of several on one line", async () => {
    const { problems } = await readLine({
      record_id: "",
      pathway: "rus",
      event: "",
      occurred_on: "x",
      recorded_at: "y",
      care_level: "z",
      severity: "z",
      granted_for: "z",
      legal_deadline: "z",
      condition: "z",
    });
    expect(problems.map((one) => one.column).sort()).toEqual(
      `care_level condition event granted_for legal_deadline occurred_on pathway record_id
      recorded_at severity`.split(/\s+/),
    );
  });

  it("and a value too long to show is cut", async () => {
    const [problem] = (await readLine({ pathway: "x".repeat(5000) })).problems;
    expect(problem?.found).toBe(`"${"x".repeat(59)}…`);
  });
});

describe("a line with a code", () => {
  const coded = { pathway: "", event: "" };

  it("needs no names", async () => {
    const file = await readLine({ ...coded, code: "D01CT" });
    expect(told(file)).toEqual([]);
    expect(file.logs[0]?.pathway).toBe("tsb");
    expect(recordsOf(file)[0]).toMatchObject({
      event: "clinical-decision",
      outcome: "treatment-tsb",
    });
  });

  it("may stand beside names that say the same", async () => {
    const agreeing = { pathway: "tsb", event: "clinical-decision", outcome: "treatment-tsb" };
    expect(await problemsOf({ ...agreeing, code: "D01CT" })).toEqual([]);
  });

  it("is told by each name that says something else", async () => {
    const names = { pathway: "psykose", event: "evaluation", outcome: "no-further-need" };
    const says = "expected what the code D01CT says, or nothing, got";
    expect(await problemsOf({ ...names, code: "D01CT" })).toEqual([
      `2: pathway: ${says} "psykose"`,
      `2: event: ${says} "evaluation"`,
      `2: outcome: ${says} "no-further-need"`,
    ]);
  });

  it("without outcome stands beside no outcome", async () => {
    expect(await problemsOf({ ...coded, outcome: "treatment-tsb", code: "D01C" })).toEqual([
      '2: outcome: expected what the code D01C says, or nothing, got "treatment-tsb"',
    ]);
    expect(await recordOf({ ...coded, code: "D01C" })).toMatchObject({ outcome: undefined });
  });

  it("that is bad still has its names checked", async () => {
    const { problems } = await readLine({ pathway: "rus", event: "", code: "D99" });
    expect(problems.map((one) => one.column)).toEqual(["code", "pathway"]);
  });
});

describe("a line that voids", () => {
  const voiding = {
    record_id: "v1",
    patient_id: "",
    pathway: "",
    event: "",
    occurred_on: "",
    voids: "r1",
  };
  const readVoid = (changes: Changes) =>
    readText("csv", csvFile(csvLineWith(), csvLineWith({ ...voiding, ...changes })));

  it("needs no more than its ids and its instant", async () => {
    const file = await readVoid({});
    expect(told(file)).toEqual([]);
    expect(recordsOf(file)[1]).toEqual({
      recordId: "v1",
      recordedAt: "2024-02-29T12:00:00.000Z",
      voids: "r1",
    });
  });

  it.each([
    ["occurred_on", "2024-02-30"],
    ["pathway", "rus"],
    ["code", "D99"],
    ["care_level", "innlagt"],
    ["recorded_at", ""],
    ["course_id", ""],
    ["corrects", "r1"],
  ])("is bad where what it does say is: %s = %j", async (column, value) => {
    const { problems } = await readVoid({ [column]: value });
    expect(problems.map((one) => [one.line, one.column])).toEqual([[3, column]]);
  });
});
