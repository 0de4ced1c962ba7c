// Proves how CSV is read: columns, quotes, ends of lines, pieces, and what a line that cannot be read costs.
import { describe, expect, it } from "vitest";
import {
  csvFile,
  csvLineWith,
  readText,
  recordIdsOf,
  recordsOf,
  sampleText,
  told,
} from "../testing/read-text.ts";
import { MAX_LINE_LENGTH } from "./text-lines.ts";

const SAMPLE = sampleText("courses.events.csv");
const whole = await readText("csv", SAMPLE);
const read = (text: string) => readText("csv", text);

describe("the sample of good lines", () => {
  it("is read without a problem, courses in text order, records in the order of the file", () => {
    expect(told(whole)).toEqual([]);
    expect(whole.lines).toBe(23);
    expect(whole.logs.map((log) => [log.courseId, log.patientId, log.pathway])).toEqual([
      ["s1", "sp1", "tsb"],
      ["s2", "sp2", "psykose"],
      ["s3", "sp2", "phv-voksne"],
    ]);
    expect(recordIdsOf({ ...whole, logs: whole.logs.slice(1, 2) })).toEqual(
      "s204 s201 s202 s203 s205 s206".split(" "),
    );
  });

  it("is the same in pieces of any size", async () => {
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      expect(await readText("csv", SAMPLE, size), `${size} bytes`).toEqual(whole);
    }
  });

  it.each([
    ["ends of lines of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["no end of the last line", (text: string) => text.trimEnd()],
    ["empty lines at the end", (text: string) => `${text}\n\r\n\n`],
    ["quotes around every field", (text: string) => text.replace(/[^,\n]+/g, '"$&"')],
    ["blanks around the names", (text: string) => text.replace("course_id,", " course_id ,")],
  ])("is the same with %s", async (_, change) => {
    expect(change(SAMPLE)).not.toBe(SAMPLE);
    expect(await read(change(SAMPLE))).toEqual(whole);
  });

  it("is the same with its columns the other way round", async () => {
    const reversed = SAMPLE.split("\n").map((line) => line.split(",").reverse().join(","));
    expect(await read(reversed.join("\n"))).toEqual(whole);
  });

  it("is the same without columns that are empty throughout", async () => {
    const lines = SAMPLE.split("\n").map((line) => line.split(","));
    const used = lines[0]?.map((_, place) => lines.slice(1).some((line) => line[place] ?? ""));
    const fewer = lines.map((line) => line.filter((_, place) => used?.[place]).join(","));
    expect(fewer[0]?.split(",")).toHaveLength(15);
    expect(await read(fewer.join("\n"))).toEqual(whole);
  });
});

describe("fields in quotes", () => {
  it("may hold commas, quotes and letters of several bytes, cut anywhere", async () => {
    const unit = 'Sørlandet, «Å», "DPS" 😀';
    const file = csvFile(csvLineWith({ unit_id: `"${unit.replaceAll('"', '""')}"` }));
    for (const size of [1, 2, 3, 5, 4096]) {
      const found = await readText("csv", file, size);
      expect(recordsOf(found)).toEqual([expect.objectContaining({ unitId: unit })]);
    }
  });

  it.each([
    ["opens and does not close", csvLineWith({ unit_id: '"9900001' })],
    ["opens in the last field", `${csvLineWith({ record_id: "r9" })}"`],
    ["closes before the field ends", csvLineWith({ unit_id: '"99"00001' })],
  ])("where a quote %s, cost their own line only", async (_, line) => {
    const file = await read(csvFile(line, csvLineWith({ record_id: "r2" })));
    expect(told(file)).toEqual([
      "2: expected quotes that open and close around a whole field, got a quote that does not",
    ]);
    expect(recordIdsOf(file)).toEqual(["r2"]);
  });

  it("a thousand of quotes on a line take no longer than a look", async () => {
    const line = `${'"'.repeat(MAX_LINE_LENGTH - 10)},`;
    const before = process.cpuUsage();
    const file = await read(csvFile(line, line, line, csvLineWith()));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
    expect(file.problems.map((one) => one.line)).toEqual([2, 3, 4]);
    expect(recordIdsOf(file)).toEqual(["r1"]);
  });
});

describe("a line of another form", () => {
  it("with too few or too many fields is told with both numbers", async () => {
    const file = await read(csvFile("a,b", csvLineWith(), `${csvLineWith({ record_id: "r2" })},`));
    expect(told(file)).toEqual([
      "2: expected 17 fields, as in the header, got 2",
      "4: expected 17 fields, as in the header, got 18",
    ]);
    expect(recordIdsOf(file)).toEqual(["r1"]);
  });

  it("too long is told and passed over, wherever the pieces are cut", async () => {
    const long = csvLineWith({ record_id: "x".repeat(MAX_LINE_LENGTH) });
    const file = csvFile(csvLineWith(), long, csvLineWith({ record_id: "r3" }));
    for (const size of [1024, 65_536, 65_537, 1_000_000]) {
      const found = await readText("csv", file, size);
      expect(told(found)).toEqual([
        `3: expected at most ${MAX_LINE_LENGTH} characters, got a longer line`,
      ]);
      expect(recordIdsOf(found)).toEqual(["r1", "r3"]);
    }
  });

  it("of exactly the longest length is read, also with the end of a line of Windows cut in two", async () => {
    const room = MAX_LINE_LENGTH - csvLineWith({ record_id: "" }).length;
    const id = "x".repeat(room);
    const file = csvFile(csvLineWith({ record_id: id })).replaceAll("\n", "\r\n");
    const size = file.indexOf("\r\n", file.indexOf("\n") + 1) + 1;
    const found = await readText("csv", file, size);
    expect(told(found)).toEqual([]);
    expect(recordIdsOf(found)).toEqual([id]);
  });

  it("with bytes that are no UTF-8 is told by its column", async () => {
    const bytes = Buffer.from(csvFile(csvLineWith({ unit_id: "S#R" })));
    bytes[bytes.indexOf("#")] = 0xd8;
    expect(told(await readText("csv", bytes))).toEqual([
      '2: unit_id: expected an id, in UTF-8 without control characters, got "S\uFFFDR"',
    ]);
  });
});

describe("a header", () => {
  it("is missed in an empty file, and enough for a file without lines", async () => {
    expect(told(await read(""))).toEqual([
      "1: expected a header with the columns, got an empty file",
    ]);
    expect(told(await read("\n\n"))).toEqual([
      "1: expected a header with the columns, got an empty file",
    ]);
    expect(await read(csvFile())).toEqual({ logs: [], problems: [], lines: 0 });
  });

  it("with an unknown or a repeated column is told; the lines are read all the same", async () => {
    const text = csvFile(csvLineWith()).replace("unit_id", "unitId").replace("severity", "voids");
    const file = await read(text);
    expect(told(file)).toEqual([
      '1: unitId: expected a column of the event file, got "unitId"',
      "1: voids: expected each column once, got it again",
    ]);
    expect(recordIdsOf(file)).toEqual(["r1"]);
  });

  it("without a column that every line needs ends the reading", async () => {
    const file = await read("course_id,patient_id,recorded_at;\na,b,c\nd,e,f\n");
    expect(told(file)).toEqual([
      '1: recorded_at;: expected a column of the event file, got "recorded_at;"',
      "1: record_id: expected the column in the header, got none, so no line can be read",
      "1: recorded_at: expected the column in the header, got none, so no line can be read",
    ]);
    expect(file.logs).toEqual([]);
  });
});
