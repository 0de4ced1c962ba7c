// Proves that judging on two threads gives what reading and judging by hand in one gives, byte for byte, on good and bad files.
import { join } from "node:path";
import {
  csvLine,
  lineProblemText,
  ndjsonLine,
  readEventFile,
  VERDICT_COLUMNS,
  verdictRows,
} from "@rettvei/analysis";
import { readBundle } from "@rettvei/definitions";
import { parseCalendarDate } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import { vocabularyOf } from "../input/definitions.ts";
import { type Ran, rettveiWith, withFiles } from "../testing/run-rettvei.ts";
import { courseJudge } from "./course-judge.ts";

const AS_OF = "2024-12-31";
const BUNDLE = readBundle();
const COLUMNS =
  "record_id,course_id,patient_id,pathway,unit_id,event,occurred_on,recorded_at,care_level,voids,corrects";
const EVENTS = ["pathway-start", "first-attendance", "clinical-decision", "evaluation", "closure"];

/** A number from 0 up to `below` for each `n`, spread without pattern; the same every time. */
function spread(n: number, below: number): number {
  const mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) % below;
}

/** A good line; some courses have ids and units that need quotes. */
function goodLine(n: number, courses: number): readonly string[] {
  const course = spread(n, courses);
  const day = `2023-0${1 + spread(n * 3, 9)}-1${spread(n * 5, 10)}`;
  const quoted = course % 50 === 0;
  return [
    `r${n}`,
    quoted ? `"c,""${course}"""` : `c${course}`,
    `p${course % 997}`,
    course % 2 === 0 ? "tsb" : "psykose",
    quoted ? '"north, A"' : `99000${10 + (course % 50)}`,
    EVENTS[spread(n * 7, EVENTS.length)] ?? "",
    day,
    `${day}T12:00:00Z`,
    ["poliklinikk", "dogn", ""][n % 3] ?? "",
    "",
    "",
  ];
}

/** Some good lines turned bad, each in its way: by itself, by its course, by what it names. */
function badLine(n: number, courses: number): readonly string[] {
  const good = goodLine(n, courses);
  const at = (place: number, text: string): readonly string[] => good.with(place, text);
  if (n % 1_009 === 1) return at(6, "2023-02-30");
  if (n % 1_013 === 1) return at(2, "nobody else");
  if (n % 1_019 === 1) return at(10, "nowhere");
  if (n % 1_021 === 1) return good.slice(1);
  if (n % 1_031 === 1) return at(1, "");
  return good;
}

function fileOf(lines: number, lineOf: (n: number) => readonly string[]): string {
  const all = Array.from({ length: lines }, (_, n) => lineOf(n).join(","));
  return `${[COLUMNS, ...all].join("\n")}\n`;
}

type Format = "csv" | "ndjson";

/** What the command must write, made without its parts, threads and writing of lines. */
async function inOneThread(file: string, text: string, format: Format): Promise<Ran> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const input = { format: "csv" as const, bytes: bytes() };
  const { logs, problems } = await readEventFile(input, vocabularyOf(BUNDLE));
  const judge = courseJudge({ bundle: BUNDLE, asOf: parseCalendarDate(AS_OF), under: undefined });
  const rows = logs.flatMap((log) => judge(log) ?? []).flatMap((one) => verdictRows(one));
  const out = rows.map((row) =>
    format === "csv" ? csvLine(row) : ndjsonLine(VERDICT_COLUMNS, row),
  );
  if (format === "csv") out.unshift(csvLine(VERDICT_COLUMNS));
  return {
    code: problems.length > 0 ? 2 : 0,
    out: out.map((line) => `${line}\n`).join(""),
    err: problems.map((problem) => `${lineProblemText(file, problem)}\n`).join(""),
  };
}

const TOLD = "a thread is started\n";
const TELL_THREADS = `process.on("worker", () => process.stderr.write(${JSON.stringify(TOLD)}));`;

const MANY = 105_000;
const tied = (n: number): readonly string[] =>
  n === MANY - 1 ? goodLine(n, 15_000).with(0, "r0") : badLine(n, 15_000);

describe("verdict rows", () => {
  it.each<readonly [string, string, Format, boolean]>([
    ["many good lines", fileOf(MANY, (n) => goodLine(n, 15_000)), "csv", true],
    ["many lines, some bad", fileOf(MANY, (n) => badLine(n, 15_000)), "csv", true],
    ["a record id used in two courses", fileOf(MANY, tied), "csv", true],
    ["few lines, some bad", fileOf(6_000, (n) => badLine(n, 700)), "csv", false],
    ["few lines, some bad, as NDJSON", fileOf(6_000, (n) => badLine(n, 700)), "ndjson", false],
    ["no lines", fileOf(0, (n) => goodLine(n, 1)), "csv", false],
  ])("of %s are those of one thread, problems too", async (_, text, format, onTwo) => {
    await withFiles({ "events.csv": text }, async (folder) => {
      const file = join(folder, "events.csv");
      const args = ["judge", file, "--as-of", AS_OF, "--format", format];
      const ran = await rettveiWith(TELL_THREADS, args);
      const expected = await inOneThread(file, text, format);
      expect(ran.err.startsWith(TOLD)).toBe(onTwo);
      expect(ran.err.replace(TOLD, "") === expected.err).toBe(true);
      expect(ran.out === expected.out).toBe(true);
      expect(ran.code).toBe(expected.code);
    });
  });
});
