// Proves how rows are written: columns in order, absent values, quotes, pieces.
import {
  compileLibrary,
  type JudgedCourse,
  pinnedCourse,
  verdictsOf,
  type WorkingDayRules,
} from "@rettvei/engine";
import { anyLog, type CourseBuilder, course, editionsByHand, on } from "@rettvei/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allFindings, FINDING_COLUMNS, findingRow } from "./finding-row.ts";
import { verdictLines } from "./verdict-lines.ts";
import { type Cell, VERDICT_COLUMNS, verdictRows } from "./verdict-row.ts";
import { csvLine, linePieces, ndjsonLine } from "./write-rows.ts";

const FREE_DAYS: WorkingDayRules = { weekend: [6, 7], fixed: [], easterOffsets: [] };
const LIBRARY = compileLibrary(editionsByHand(), FREE_DAYS);

function judged({ log }: CourseBuilder, asOf = "2024-12-31"): JudgedCourse {
  const found = pinnedCourse(log, LIBRARY, on(asOf));
  if (found === undefined) throw new Error("expected a course");
  return found;
}

const begun = course("tsb", { courseId: "c1" })
  .with("pathway-start", "2024-01-02", { unitId: "9900001" })
  .with("first-attendance", "2024-01-08", { careLevel: "poliklinikk" })
  .with("clinical-decision", "2024-01-20", { outcome: "treatment-tsb" });

describe("verdict rows", () => {
  it("hold the columns in the order of the format, and nothing where there is nothing", () => {
    const rows = verdictRows(judged(begun)).map((row) =>
      Object.fromEntries(VERDICT_COLUMNS.map((column, at) => [column, row[at]])),
    );
    expect(rows).toEqual([
      {
        course_id: "c1",
        pathway: "tsb",
        edition: "2023-01-01",
        rule: "tsb.assessment",
        standing: "recommendation",
        from_event: "first-attendance",
        from_on: "2024-01-08",
        to_event: "clinical-decision",
        to_on: "2024-01-20",
        limit_days: 21,
        due_on: "2024-01-29",
        days: 12,
        over_by: null,
        verdict: "met",
        open: false,
        reason: null,
        care_level: "poliklinikk",
        unit_id: "9900001",
        postponed: false,
      },
      expect.objectContaining({
        rule: "tsb.first-evaluation",
        to_event: null,
        to_on: null,
        over_by: 339,
      }),
    ]);
  });

  it("are sorted by rule, from and to as text, whatever the order of rules and records", () => {
    const many = begun
      .with("evaluation", "2024-03-01")
      .with("evaluation", "2024-02-01")
      .with("referral-received", "2023-12-20")
      .with("discharge", "2024-02-01");
    const one = judged(many);
    const keys = verdictRows(one).map((row) => `${row[3]} ${row[6]} ${row[8] ?? ""}`);
    expect(keys).toHaveLength(verdictsOf(one).length);
    expect(keys).toEqual([...keys].sort());
    expect(keys.filter((key) => key.includes("evaluation-cycle"))).toHaveLength(2);
  });
});

describe("findings", () => {
  const courses = [
    judged(course("tsb", { courseId: "b" }).with("pathway-start", "2024-05-01")),
    judged(
      course("tsb", { courseId: "a" })
        .with("pathway-start", "2024-06-01")
        .with("evaluation", "2024-05-01"),
    ),
    judged(
      course("tsb", { courseId: "Å" })
        .with("evaluation", "2024-05-01")
        .with("evaluation", "2024-04-01"),
    ),
  ];
  const found = allFindings(courses);

  it("of all courses, those across a patient's courses too, lie in the order of the format", () => {
    expect(found.map((one) => [one.courseId, one.rule.id, one.recordIds.join(" ")])).toEqual([
      ["a", "care-level-missing", "r2"],
      ["a", "event-before-start", "r2"],
      ["a", "parallel-same-type", "r1"],
      ["Å", "care-level-missing", "r1"],
      ["Å", "care-level-missing", "r2"],
      ["Å", "start-missing", ""],
    ]);
  });

  it("have a row in the language asked for", () => {
    const [finding] = found;
    if (finding === undefined) throw new Error("expected a finding");
    const row = findingRow(finding, "en");
    expect(row).toHaveLength(FINDING_COLUMNS.length);
    expect(row).toEqual(["a", "care-level-missing", "warning", "r2", finding.rule.message.en]);
  });
});

describe("the lines of a course's verdicts", () => {
  const same = (one: JudgedCourse): void => {
    const rows = verdictRows(one).map((row) => `${csvLine(row)}\n`);
    expect(verdictLines(one)).toBe(rows.join(""));
  };

  it("are its rows as CSV, whatever it holds", () => {
    let lines = 0;
    const asOf = fc.constantFrom("2019-06-30", "2023-12-31", "2024-12-31", "2030-01-01");
    const law = fc.property(anyLog(), asOf, (log, date) => {
      const one = pinnedCourse(log, LIBRARY, on(date));
      if (one === undefined) return;
      lines += verdictRows(one).length;
      same(one);
    });
    fc.assert(law, { numRuns: 1_000 });
    expect(lines).toBeGreaterThan(1_000);
  });

  it("have ids that need it in quotes", () => {
    const odd = { unitId: 'north, "A"' };
    const one = course("tsb", { courseId: 'c"1,' })
      .with("first-attendance", "2024-01-08", odd)
      .with("clinical-decision", "2024-01-20", { outcome: "treatment-tsb" });
    same(judged(one));
    expect(verdictLines(judged(one))).toMatch(/^"c""1,",tsb,.*,"north, ""A""",false\n/);
  });
});

describe("a line of CSV", () => {
  it.each<[readonly Cell[], string]>([
    [["a", 1, true, null, ""], "a,1,true,,"],
    [[-3, 0, false], "-3,0,false"],
    [["a,b", 'say "a"', "two\nlines", "back\rward"], '"a,b","say ""a""","two\nlines","back\rward"'],
    [["åæø", " a "], "åæø, a "],
    [[], ""],
  ])("of %j", (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

it("a line of NDJSON leaves absent values out and keeps numbers and truth values", () => {
  expect(ndjsonLine(["a", "b", "c", "d"], ["x\n", null, 0, false])).toBe(
    '{"a":"x\\n","c":0,"d":false}',
  );
});

describe("pieces of lines", () => {
  it("are the lines with an end each, cut near 64 kB", () => {
    const lines = Array.from({ length: 5000 }, (_, n) => `line ${n}`.padEnd(50));
    const pieces = [...linePieces(lines)];
    expect(pieces.join("")).toBe(`${lines.join("\n")}\n`);
    expect(pieces).toHaveLength(Math.ceil((5000 * 51) / 65_536));
  });

  it("of no lines are none", () => {
    expect([...linePieces([])]).toEqual([]);
  });
});
