// Proves how Parquet is read: typed and text columns, codecs, row groups, and files that are broken.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { csvAsText, parquetOf } from "../testing/parquet-file.ts";
import { readText, recordIdsOf, recordsOf, sampleText, told } from "../testing/read-text.ts";
import { SAMPLE_VOCABULARY } from "../testing/sample-vocabulary.ts";
import { parquetFromBytes } from "./open-parquet.ts";
import { type EventFile, readEventFile } from "./read-event-file.ts";

const SAMPLE = fileURLToPath(new URL("../../samples/courses.events.csv", import.meta.url));
const TEXT = csvAsText(SAMPLE);
const csv = await readText("csv", sampleText("courses.events.csv"));

function read(bytes: Uint8Array): Promise<EventFile> {
  const file = parquetFromBytes(bytes);
  return readEventFile({ format: "parquet", file }, SAMPLE_VOCABULARY);
}

const GOOD = `'r1' AS record_id, 'c1' AS course_id, 'p1' AS patient_id, 'tsb' AS pathway,
  'evaluation' AS event, DATE '2024-02-29' AS occurred_on, TIMESTAMP '2024-02-29 12:00' AS recorded_at`;

describe("the sample as Parquet", () => {
  it.each([
    "UNCOMPRESSED",
    "SNAPPY",
    "ZSTD",
    "GZIP",
    "LZ4_RAW",
  ])("is what it is as CSV, written with %s", async (codec) => {
    expect(await read(await parquetOf(TEXT, `CODEC '${codec}'`))).toEqual(csv);
  });

  it.each([
    ["without a zone, in UTC", "CAST(recorded_at AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"],
    ["with a zone", "CAST(recorded_at AS TIMESTAMPTZ)"],
  ])("is the same with dates, numbers and timestamps typed, the last %s", async (_, instant) => {
    const query = `SELECT * REPLACE (CAST(occurred_on AS DATE) AS occurred_on,
      CAST(legal_deadline AS DATE) AS legal_deadline, CAST(unit_id AS BIGINT) AS unit_id,
      ${instant} AS recorded_at) FROM (${TEXT})`;
    expect(await read(await parquetOf(query))).toEqual(csv);
  });

  it("is the same in columns of another order, and without those that are empty throughout", async () => {
    const names = "code, corrects, voids, recorded_at, patient_id, legal_deadline, granted_for";
    const query = `SELECT ${names}, care_level, occurred_on, outcome, event, unit_id, pathway,
      course_id, record_id FROM (${TEXT})`;
    expect(await read(await parquetOf(query))).toEqual(csv);
  });

  it.each([
    "courses.pages-v2.parquet",
    "courses.small-pages.parquet",
  ])("is the same written by another library: %s", async (name) => {
    expect(await read(readFileSync(join(dirname(SAMPLE), name)))).toEqual(csv);
  });

  it("is the same with the encodings that newer writers choose", async () => {
    expect(await read(await parquetOf(TEXT, "PARQUET_VERSION 'V2'"))).toEqual(csv);
  });

  it.each(["TIMESTAMP_MS", "TIMESTAMP_NS"])("is the same with instants as %s", async (type) => {
    const instant = "CAST(recorded_at AS TIMESTAMPTZ) AT TIME ZONE 'UTC'";
    const query = `SELECT * REPLACE (CAST(${instant} AS ${type}) AS recorded_at) FROM (${TEXT})`;
    expect(await read(await parquetOf(query))).toEqual(csv);
  });

  it("is numbered on over row groups, with values from dictionaries", async () => {
    const rows = 5000;
    const query = `SELECT 'r' || i AS record_id, 'c' || (i // 10) AS course_id, 'p' AS patient_id,
      'tsb' AS pathway, 'evaluation' AS event, DATE '2024-02-29' + CAST(i % 3 AS INTEGER) AS occurred_on,
      CASE i WHEN 4097 THEN 'noon' ELSE '2024-03-09T12:00:00Z' END AS recorded_at
      FROM range(${rows}) one(i)`;
    const found = await read(await parquetOf(query, "ROW_GROUP_SIZE 2048, CODEC 'zstd'"));
    expect(told(found)).toEqual([
      '4098: recorded_at: expected an instant in ISO 8601 with zone, as 2026-01-31T08:30:00Z, got "noon"',
    ]);
    expect(found.lines).toBe(rows);
    expect(recordsOf(found)).toHaveLength(rows - 1);
    expect(recordsOf(found).find((one) => one.recordId === "r4996")).toMatchObject({
      occurredOn: "2024-03-01",
      recordedAt: "2024-03-09T12:00:00.000Z",
    });
  });

  it("of no rows is no event", async () => {
    expect(await read(await parquetOf(`SELECT ${GOOD} WHERE false`))).toEqual({
      logs: [],
      problems: [],
      lines: 0,
    });
  });
});

describe("a text", () => {
  it("begins behind a byte order mark, in a dictionary or not", async () => {
    const mark = "chr(65279)";
    const query = `SELECT * REPLACE (${mark} || record_id AS record_id, ${mark} || event AS event)
      FROM (SELECT ${GOOD})`;
    const found = await read(await parquetOf(query));
    expect(told(found)).toEqual([]);
    expect(recordsOf(found)[0]).toMatchObject({ recordId: "r1", event: "evaluation" });
  });
});

describe("an instant", () => {
  it.each([
    ["TIMESTAMP '1969-12-31 23:59:59.999999'", "1970-01-01T00:00:00.000Z"],
    ["TIMESTAMP '1969-12-31 23:59:59.000001'", "1969-12-31T23:59:59.001Z"],
    ["TIMESTAMP '2024-02-29 23:59:59.999999'", "2024-02-29T23:59:59.999Z"],
  ])("%s is cut to milliseconds towards 1970", async (instant, written) => {
    const query = `SELECT * REPLACE (${instant} AS recorded_at) FROM (SELECT ${GOOD})`;
    const [record] = recordsOf(await read(await parquetOf(query)));
    expect(record?.recordedAt).toBe(written);
  });

  it("outside the years 1900 to 9999 or empty is told by its text", async () => {
    const query = `SELECT * EXCLUDE (i) REPLACE (CASE i WHEN 0 THEN TIMESTAMP '1899-12-31 23:00:00'
      WHEN 1 THEN NULL ELSE recorded_at END AS recorded_at, 'r' || i AS record_id)
      FROM (SELECT ${GOOD}), range(3) one(i)`;
    const found = await read(await parquetOf(query));
    const expected =
      "recorded_at: expected an instant in ISO 8601 with zone, as 2026-01-31T08:30:00Z";
    expect(told(found)).toEqual([
      `1: ${expected}, got "1899-12-31T23:00:00.000Z"`,
      `2: ${expected}, got nothing`,
    ]);
    expect(recordIdsOf(found)).toEqual(["r2"]);
  });
});

describe("a typed value", () => {
  it("that is an empty text, null or no number is absent", async () => {
    const query = `SELECT ${GOOD}, CAST('NaN' AS DOUBLE) AS unit_id, NULL AS outcome, '' AS care_level`;
    const found = await read(await parquetOf(query));
    expect(told(found)).toEqual([]);
    expect(recordsOf(found)[0]).toMatchObject({ unitId: undefined, outcome: undefined });
  });

  it("that is a whole number in a column of broken ones is read by its figures", async () => {
    const found = await read(await parquetOf(`SELECT ${GOOD}, CAST(9900001 AS DOUBLE) AS unit_id`));
    expect(recordsOf(found)[0]).toMatchObject({ unitId: "9900001" });
  });

  it("that is no text, number or date makes the file unreadable", async () => {
    const found = await read(await parquetOf(`SELECT ${GOOD}, true AS unit_id`));
    expect(told(found)).toEqual([
      '1: expected a readable Parquet file, got "column unit_id has a value that is no text, number or date"',
    ]);
  });
});

describe("a column", () => {
  it("that is unknown or nested is told once; the lines are read all the same", async () => {
    const query = `SELECT ${GOOD}, [1, 2] AS unit_id, 'x' AS "unit id"`;
    const found = await read(await parquetOf(query));
    expect(told(found)).toEqual([
      "1: unit_id: expected a column of single values, got a nested one",
      '1: unit id: expected a column of the event file, got "unit id"',
    ]);
    expect(recordIdsOf(found)).toEqual(["r1"]);
  });

  it("that every line needs and that is not there is told once, and no line is read", async () => {
    const found = await read(await parquetOf("SELECT 'r' || i AS record_id FROM range(5) one(i)"));
    expect(told(found)).toEqual([
      "1: course_id: expected the column in the header, got none, so no line can be read",
      "1: recorded_at: expected the column in the header, got none, so no line can be read",
    ]);
    expect(found.lines).toBe(0);
  });
});

describe("a broken file", () => {
  it.each([
    ["nothing", ""],
    ["a text", "record_id,course_id\n"],
    ["the first bytes only", "PAR1"],
    ["its marks and nothing between", "PAR1PAR1"],
  ])("of %s is told as line 1", async (_, text) => {
    const found = await read(Buffer.from(text));
    expect(found.problems).toMatchObject([
      { line: 1, column: "", expected: "a readable Parquet file" },
    ]);
    expect(found.logs).toEqual([]);
  });

  it("cut short at any place is told", async () => {
    const bytes = await parquetOf(TEXT);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const found = await read(bytes.subarray(0, Math.floor(bytes.length * part)));
      expect(found.problems.map((one) => one.expected)).toEqual(["a readable Parquet file"]);
    }
  });

  it("with any number of its footer negated is read as before or told", async () => {
    const bytes = readFileSync(join(dirname(SAMPLE), "courses.pages-v2.parquet"));
    const footer = bytes.readUInt32LE(bytes.length - 8) + 8;
    let refused = 0;
    for (let at = bytes.length - footer; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      // Thrift keeps the sign of a number in its lowest bit.
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      const found = await read(changed);
      if (found.problems.length > 0) refused++;
      else expect([at, recordIdsOf(found)]).toEqual([at, recordIdsOf(csv)]);
    }
    expect(refused).toBeGreaterThan(0);
  });

  it("that tells of more rows than it has is told, and takes no room for them", async () => {
    const rows = 123_457;
    const query = `SELECT ${GOOD.replace("'r1'", "'r' || i")} FROM range(${rows}) one(i)`;
    const bytes = Buffer.from(await parquetOf(query, "ROW_GROUP_SIZE 200000"));
    const claimed = withClaimedRows(bytes, rows);
    const begun = performance.now();
    const found = await read(claimed);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(found.problems[0]?.found).toMatch(/^"(column \w+ has \d+ values for \d+ rows|parquet)/);
    expect(found.lines).toBe(0);
  });
});

/** The file with its number of rows, wherever its end tells it, made as large as fits in the same bytes. */
function withClaimedRows(bytes: Buffer, rows: number): Buffer {
  const asWritten = variableLength(rows * 2);
  const larger = variableLength(2 ** (7 * asWritten.length) - 2);
  const changed = Buffer.from(bytes);
  const at = changed.lastIndexOf(asWritten);
  if (at < 0) throw new Error("expected the number of rows in the file's end");
  for (
    let place = at;
    place >= bytes.length - 4096;
    place = changed.lastIndexOf(asWritten, place)
  ) {
    larger.copy(changed, place);
  }
  return changed;
}

/** A number as Thrift writes it: seven bits a byte, the lowest first. */
function variableLength(number: number): Buffer {
  const bytes: number[] = [];
  for (let left = number; ; left = Math.floor(left / 128)) {
    bytes.push(left >= 128 ? (left % 128) + 128 : left);
    if (left < 128) return Buffer.from(bytes);
  }
}
