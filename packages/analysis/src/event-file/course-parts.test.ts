// Proves that a file falls into parts of whole courses, and that reading them one by one is reading it whole.
import { describe, expect, it } from "vitest";
import { manyGoodLines, manyLines } from "../testing/many-lines.ts";
import { csvFile, csvLineWith, inPieces } from "../testing/read-text.ts";
import { SAMPLE_VOCABULARY } from "../testing/sample-vocabulary.ts";
import { PLACE } from "./columns.ts";
import type { CourseParts } from "./course-parts.ts";
import { problemsByLine, readFileInParts } from "./read-event-file.ts";
import { partReader, type UncheckedFile } from "./read-part.ts";
import { sharedInts } from "./shared-array.ts";
import { textReader } from "./text-pool.ts";

type Values = Readonly<Record<string, string>>;

function partsOf(lines: readonly Values[]) {
  const text = csvFile(...lines.map((line) => csvLineWith(line)));
  return readFileInParts({ format: "csv", bytes: inPieces(Buffer.from(text), 1 << 16) });
}

/** The same file as one part, its lines in their order. */
function inOnePart({ table }: UncheckedFile): UncheckedFile {
  const starts = sharedInts(2);
  starts[1] = table.rows;
  const rows = sharedInts(table.rows);
  for (let row = 0; row < table.rows; row++) rows[row] = row;
  return { table, parts: { count: 1, rows, starts } };
}

function readAll(file: UncheckedFile) {
  const readPart = partReader(file, SAMPLE_VOCABULARY);
  const parts = Array.from({ length: file.parts.count }, (_, part) => readPart(part));
  return { logs: parts.flatMap(({ logs }) => logs), problems: problemsByLine(parts) };
}

function rowsOf({ rows, starts }: CourseParts, part: number): readonly number[] {
  return [...rows.subarray(starts[part], starts[part + 1])];
}

const LINES = manyLines(9_000, 700);
const file = await partsOf(LINES);
const { table, parts } = file;
const PARTS = Array.from({ length: parts.count }, (_, part) => rowsOf(parts, part));

describe("the parts of a file", () => {
  it("are several, and hold each row once, in the order of the file", () => {
    expect(parts.count).toBeGreaterThan(4);
    expect(PARTS.flat().toSorted((a, b) => a - b)).toEqual([...Array(table.rows).keys()]);
    for (const rows of PARTS) expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  it("hold whole courses, one part's ids before the next one's in text order", () => {
    const pooled = table.texts[PLACE.course_id];
    if (pooled === undefined) throw new Error("expected course ids");
    const textOf = textReader(pooled);
    const codes = table.codes[PLACE.course_id];
    const ids = PARTS.map((rows) =>
      [...new Set(rows.map((row) => codes?.[row] ?? 0))]
        .map((code) => (code === 0 ? "" : textOf(code)))
        .sort(),
    );
    expect(ids.flat()).toEqual([...new Set(ids.flat())].sort());
    expect(ids.flat()).toHaveLength(701);
  });

  it("read one by one give the logs and problems of the file read whole", () => {
    const inParts = readAll(file);
    const whole = readAll(inOnePart(file));
    expect(inParts.problems.length).toBeGreaterThan(500);
    expect(inParts).toEqual(whole);
  });

  it("are all good where the file is", async () => {
    const { logs, problems } = readAll(await partsOf(manyGoodLines(9_000, 3_000)));
    expect(problems).toEqual([]);
    expect(logs.flatMap((log) => log.records)).toHaveLength(9_000);
    expect(logs.length).toBeGreaterThan(2_500);
  });

  it("of no lines is one without rows", async () => {
    const empty = await partsOf([]);
    expect([empty.parts.count, empty.parts.rows.length]).toEqual([1, 0]);
    expect(readAll(empty)).toEqual({ logs: [], problems: [] });
  });
});

describe("a record id used in two courses", () => {
  const first = { record_id: "shared", course_id: "c99" };
  const second = { record_id: "shared", course_id: "c1" };

  it("is of the first line that is good, though its course stands last", async () => {
    const between = LINES.map((line) => ({ ...line, course_id: `${line.course_id}x` }));
    const tied = await partsOf([first, ...between, second]);
    expect(tied.parts.count).toBe(1);
    const { problems, logs } = readAll(tied);
    expect(problems.at(-1)).toEqual({
      line: between.length + 3,
      column: "record_id",
      expected: "an id used once in the file",
      found: '"shared"',
    });
    expect(logs.map((log) => log.courseId)).toContain("c99");
    expect(logs.map((log) => log.courseId)).not.toContain("c1");
  });
});
