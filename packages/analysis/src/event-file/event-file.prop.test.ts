// Laws of reading event files, held against damaged ones: nothing throws or hangs, every line is either
// read or told, and good lines survive whatever stands beside them.
import { readFileSync } from "node:fs";
import type { CourseLog, LogRecord } from "@rettvei/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyStrike,
  bytesOf,
  MUTATION_KINDS,
  type MutatedFile,
  type MutationKind,
  mutated,
  type Strike,
  untouched,
} from "../testing/mutated-file.ts";
import { csvAsText, parquetOf } from "../testing/parquet-file.ts";
import { csvFile, csvLineWith, inPieces } from "../testing/read-text.ts";
import { SAMPLE_VOCABULARY } from "../testing/sample-vocabulary.ts";
import { lineProblemText } from "./line-problem.ts";
import { parquetFromBytes } from "./open-parquet.ts";
import { type EventFile, readEventFile } from "./read-event-file.ts";

/** How many damaged files are read, in all formats together. */
const MUTATIONS = Number(process.env.RETTVEI_MUTATIONS ?? 10_000);
const PARQUET_SHARE = 0.05;
const LONGEST_MILLIS = 5_000;
const TIMEOUT = 600_000;

type Values = Readonly<Record<string, string>>;

/** Small courses of two pathways, some with lines that correct or void others; ids that share no text. */
function goodLines(): readonly Values[] {
  return Array.from({ length: 12 }, (_, n): readonly Values[] => {
    const course = `c${String.fromCharCode(97 + n)}`;
    const pathway = n % 2 === 0 ? "tsb" : "psykose";
    const of = (place: string, more: Values): Values => ({
      record_id: `${course}_${place}`,
      course_id: course,
      patient_id: `patient ${course}`,
      pathway,
      unit_id: "9900001",
      ...more,
    });
    const lines = [
      of("a", { event: "pathway-start", outcome: "", occurred_on: "2024-01-02" }),
      of("b", { event: "first-attendance", care_level: "dogn", legal_deadline: "2024-05-01" }),
    ];
    const corrected = of("k", {
      corrects: `${course}_b`,
      event: "first-attendance",
      severity: "serious",
    });
    const coded = of("v", { pathway: "", event: "", code: n % 2 === 0 ? "D01L" : "D06L" });
    const nothing = { patient_id: "", pathway: "", event: "", occurred_on: "", unit_id: "" };
    const voided = of("w", { ...nothing, voids: `${course}_v` });
    return n % 3 === 0 ? [voided, ...lines, corrected, coded] : lines;
  }).flat();
}

const GOOD = goodLines();
const toLines = (text: string): readonly Buffer[] =>
  text.match(/[^\n]*\n/g)?.map((line) => Buffer.from(line)) ?? [];
const CSV = toLines(csvFile(...GOOD.map(csvLineWith)));
const NDJSON = toLines(
  CSV.slice(1)
    .map((line) => asJson(line))
    .join(""),
);

function asJson(line: Buffer): string {
  const names = CSV[0]?.toString().trimEnd().split(",") ?? [];
  const fields = line.toString().trimEnd().split(",");
  const present = names
    .map((name, at) => [name, fields[at] ?? ""])
    .filter(([, value]) => value !== "");
  return `${JSON.stringify(Object.fromEntries(present))}\n`;
}

type Format = "csv" | "ndjson";
type Damage = readonly [kind: MutationKind, strike: Strike];

interface Case {
  readonly format: Format;
  readonly file: MutatedFile;
  /** Bytes a piece. */
  readonly piece: number;
}

/** One to three damages of one file. */
const anyDamages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.tuple(fc.constantFrom(...MUTATION_KINDS), anyStrike),
  { minLength: 1, maxLength: 3 },
);
const anyFormat = fc.constantFrom<Format>("csv", "ndjson");
const anyPiece = fc.constantFrom(1 << 20, 64, 7);

function caseOf(format: Format, damages: readonly Damage[], piece: number): Case {
  const start = untouched(format === "csv" ? CSV : NDJSON);
  const file = damages.reduce((damaged, [kind, strike]) => mutated(damaged, kind, strike), start);
  return { format, file, piece };
}

async function read({ format, file, piece }: Case): Promise<EventFile> {
  const begun = performance.now();
  const bytes = inPieces(bytesOf(file), piece);
  const found = await readEventFile({ format, bytes }, SAMPLE_VOCABULARY);
  expect(performance.now() - begun).toBeLessThan(LONGEST_MILLIS);
  return found;
}

/** Each problem has a place and says on one line what was expected and what was found. */
function expectToldWell({ problems }: EventFile, lines: number): void {
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.expected).not.toBe("");
    expect(problem.found).not.toBe("");
    expect(lineProblemText("FILE", problem)).toMatch(/^FILE:\d+: [^\p{Cc}]{1,400}$/u);
  }
  const numbers = problems.map((problem) => problem.line);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
}

type Kept = Pick<CourseLog, "courseId" | "patientId" | "pathway"> & { readonly record: LogRecord };

function keptRecords({ logs }: EventFile): ReadonlyMap<string, Kept> {
  return new Map(
    logs.flatMap(({ records, ...course }) =>
      records.map((record) => [record.recordId, { ...course, record }] as const),
    ),
  );
}

const whole = { csv: untouched(CSV), ndjson: untouched(NDJSON) };
const good = keptRecords(await read({ format: "csv", file: whole.csv, piece: 1 << 20 }));

/** Record of each line of the good file, in its order. */
const recordOfLine = GOOD.map((values) => values.record_id ?? "");

/** Ids of lines that no damage can have reached: not themselves, not by an id, not by what they name. */
function safeRecords({ format, file }: Case): readonly string[] {
  const safe = new Set<string>();
  const damage: string[] = [];
  const header = format === "csv" ? 1 : 0;
  for (const { bytes, from, touched } of file.now) {
    const values = GOOD[from - header];
    if (touched) damage.push(bytes.toString("latin1"));
    else if (
      values !== undefined &&
      !damage.some((text) => text.includes(values.course_id ?? ""))
    ) {
      safe.add(values.record_id ?? "");
    }
  }
  // What a line names stands in its own course, at most two steps away.
  const named = ({ voids = "", corrects = "" }: Values): string => voids || corrects;
  const resting = GOOD.filter((values) => named(values) !== "" && !safe.has(named(values)));
  for (const values of resting) safe.delete(values.record_id ?? "");
  return [...safe];
}

function headerIsWhole({ format, file }: Case): boolean {
  return format === "ndjson" || (file.now[0]?.from === 0 && !file.now[0].touched);
}

describe(`of ${MUTATIONS} damaged event files`, () => {
  it("the good ones they are made from hold every line", async () => {
    expect([...good.keys()].sort()).toEqual(recordOfLine.toSorted());
    const asNdjson = await read({ format: "ndjson", file: whole.ndjson, piece: 1 << 20 });
    expect(keptRecords(asNdjson)).toEqual(good);
    expect(asNdjson.problems).toEqual([]);
  });

  it(
    "each is read, each line of it read or told, and each line out of reach kept as it was",
    async () => {
      let kept = 0;
      let lost = 0;
      const law = fc.asyncProperty(anyFormat, anyDamages, anyPiece, async (...drawn) => {
        const one = caseOf(...drawn);
        const found = await read(one);
        const lines = bytesOf(one.file).toString("latin1").split("\n");
        expectToldWell(found, lines.length);
        if (!headerIsWhole(one)) return;

        const records = keptRecords(found);
        const safe = safeRecords(one);
        for (const id of safe) expect(records.get(id), id).toEqual(good.get(id));
        const toldLines = new Set(found.problems.map((problem) => problem.line));
        const written = lines.filter((line) => line !== "" && line !== "\r").length;
        const header = one.format === "csv" ? 1 : 0;
        expect(records.size + toldLines.size).toBe(written - header);
        kept += safe.length;
        lost += GOOD.length - safe.length;
      });
      await fc.assert(law, { numRuns: Math.ceil(MUTATIONS * (1 - PARQUET_SHARE)) });
      expect(kept).toBeGreaterThan(lost);
    },
    TIMEOUT,
  );

  it(
    "in Parquet too each is read or told",
    async () => {
      const sample = (name: string) => new URL(`../../samples/${name}`, import.meta.url).pathname;
      const query = csvAsText(sample("courses.events.csv"));
      const files = [
        Buffer.from(await parquetOf(query, "ROW_GROUP_SIZE 2048")),
        readFileSync(sample("courses.pages-v2.parquet")),
        readFileSync(sample("courses.small-pages.parquet")),
      ];
      const damage = fc.record({ at: fc.nat(), inEnd: fc.boolean(), strike: anyStrike });
      const law = fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (bytes, damages) => {
          const changed = Buffer.from(bytes);
          for (const { at, inEnd, strike } of damages) {
            const from = inEnd ? bytes.length - 1 - (at % 1500) : at % bytes.length;
            strike.bytes.copy(changed, from);
          }
          const begun = performance.now();
          const file = parquetFromBytes(changed);
          const found = await readEventFile({ format: "parquet", file }, SAMPLE_VOCABULARY);
          expect(performance.now() - begun).toBeLessThan(LONGEST_MILLIS);
          expectToldWell(found, Math.max(found.lines, 1));
          expect(keptRecords(found).size).toBeLessThanOrEqual(23);
        },
      );
      await fc.assert(law, { numRuns: Math.floor(MUTATIONS * PARQUET_SHARE) });
    },
    TIMEOUT,
  );
});
