// Proves that cases are held to what they say: unread, unproved, misnamed and wrong ones are problems at their place.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadDefinitionFolder, readDefinitionFolder } from "../definition-folder.ts";
import { problemLine } from "../problem.ts";
import type { DefinitionFiles } from "../resolve/load-common.ts";
import { checkCases } from "./check-cases.ts";

const FOLDER = join(import.meta.dirname, "..", "mini-definitions");
const MINI = readDefinitionFolder(FOLDER);
const bundle = loadDefinitionFolder(FOLDER);
const LOOK = "walk/cases/look.yaml";
const START = "shared/cases/findings/start-missing.yaml";

function replaced(path: string, from: string, to: string): DefinitionFiles {
  const text = MINI.get(path) ?? "";
  if (!text.includes(from)) throw new Error(`${path}: expected "${from}"`);
  return new Map([...MINI, [path, text.replace(from, to)]]);
}

function linesOf(files: DefinitionFiles): readonly string[] {
  return checkCases(bundle, files).map(problemLine);
}

/** What the small set's cases lack is always told; here only what a change adds. */
function addedBy(files: DefinitionFiles): readonly string[] {
  const before = new Set(linesOf(MINI));
  return linesOf(files).filter((line) => !before.has(line));
}

describe("a case that is written wrong is told at its place", () => {
  const wrong: readonly (readonly [string, DefinitionFiles, string])[] = [
    [
      "an unknown key",
      replaced(LOOK, "    name: looked at on day 3", "    title: looked at on day 3"),
      `${LOOK}:7:5: cases[0]: expected only shows, name, as-of, log, expect, got the key "title"`,
    ],
    [
      "a situation that is none",
      replaced(LOOK, "shows: on-the-limit", "shows: almost"),
      `${LOOK}:6:12: cases[0].shows: expected one of `,
    ],
    [
      "a day that does not exist",
      replaced(LOOK, "2024-01-10 begun", "2023-02-29 begun"),
      `${LOOK}:10:9: cases[0].log[0]: expected a date that exists, YYYY-MM-DD, got "2023-02-29"`,
    ],
    [
      "a care level that is none",
      replaced(LOOK, "begun poliklinikk", "begun home"),
      `${LOOK}:10:9: cases[0].log[0]: expected one of poliklinikk, dag, dogn, got "home"`,
    ],
    [
      "a key of a line that is none",
      replaced(LOOK, "corrects=first", "corects=first"),
      `${LOOK}:20:9: cases[1].log[2]: expected each of unit=, severity=, granted-for=, legal-deadline=, condition=, corrects=, recorded-at= at most once, with a value, got "corects=first"`,
    ],
    [
      "a correction of nothing",
      replaced(LOOK, "corrects=first", "corrects=second"),
      `${LOOK}:20:9: cases[1].log[2]: expected the id of a record of this log, got "second"`,
    ],
    [
      "an instant without zone",
      replaced(LOOK, "begun poliklinikk", "begun recorded-at=2024-01-10T08:00"),
      `${LOOK}:10:9: cases[0].log[0]: expected an instant with zone, YYYY-MM-DDTHH:MM:SSZ, got "2024-01-10T08:00"`,
    ],
    [
      "a name used twice",
      replaced(LOOK, "name: looked at on day 4, as corrected", "name: looked at on day 3"),
      `${LOOK}:15:11: cases[1].name: expected each name once, got "looked at on day 3"`,
    ],
    [
      "a rule that is not the file's",
      replaced(LOOK, "rule: walk.look", "rule: climb.look"),
      `${LOOK}:2:7: rule: expected "walk.look", as the path says, got "climb.look"`,
    ],
    [
      "a file at a place where no cases are",
      new Map([...MINI, ["walk/cases/more/look.yaml", "rule: walk.look"]]),
      "walk/cases/more/look.yaml:1:1: expected cases/RULE.yaml, cases/RULE.PART.yaml or cases/findings/FINDING.yaml, got walk/cases/more/look.yaml",
    ],
    [
      "a finding's case with neither a log nor courses",
      replaced(START, "    log:\n      - 2024-01-10 begun\n", ""),
      `${START}:12:5: cases[1]: expected either log or courses, got none`,
    ],
  ];
  test.each(wrong)("%s", (_, files, line) => {
    expect(addedBy(files).map((one) => one.slice(0, line.length))).toContain(line);
  });
});

describe("a case that names what there is not is told at its place", () => {
  const dangling: readonly (readonly [string, DefinitionFiles, string])[] = [
    [
      "a rule",
      new Map([
        ...MINI,
        ["walk/cases/stare.yaml", (MINI.get(LOOK) ?? "").replace("walk.look", "walk.stare")],
      ]),
      'walk/cases/stare.yaml:2:7: rule: expected a rule of an edition, got "walk.stare"',
    ],
    [
      "an edition",
      replaced(LOOK, '"2019-01-01"', '"2019-01-01", "2020-01-01"'),
      `${LOOK}:4:26: editions[1]: expected an edition of walk that has the rule walk.look, got "2020-01-01"`,
    ],
    [
      "an edition that keeps it for no condition",
      replaced(LOOK, "cases:", "as-condition-in: [walk/2023-01-01]\ncases:"),
      `${LOOK}:5:19: as-condition-in[0]: expected an edition in which a condition keeps walk.look, got "walk/2023-01-01"`,
    ],
    [
      "an event",
      replaced(LOOK, "looked-at/fine", "stared-at/fine"),
      `${LOOK}:11:9: cases[0].log[1]: expected an event of the vocabulary, got "stared-at"`,
    ],
    [
      "an outcome",
      replaced(LOOK, "looked-at/fine", "looked-at/awful"),
      `${LOOK}:11:9: cases[0].log[1]: expected an outcome of looked-at, got "awful"`,
    ],
    [
      "a finding",
      new Map([
        ...MINI,
        [
          "shared/cases/findings/late.yaml",
          (MINI.get(START) ?? "").replace("finding: start-missing", "finding: late"),
        ],
      ]),
      'shared/cases/findings/late.yaml:2:10: finding: expected a finding, got "late"',
    ],
  ];
  test.each(dangling)("%s", (_, files, line) => {
    expect(addedBy(files)).toContain(line);
  });
});

describe("an answer that differs is told with the case, the rule and the edition", () => {
  const differs: readonly (readonly [string, DefinitionFiles, string])[] = [
    [
      "in days",
      replaced(LOOK, "days: 3, limit-days", "days: 2, limit-days"),
      `${LOOK}:13:69: cases[0].expect[0].days: expected 2 (case "looked at on day 3" of walk.look under walk/2019-01-01), got 3`,
    ],
    [
      "in what is absent",
      replaced(LOOK, ", over-by: 1 }", " }"),
      `${LOOK}:22:9: cases[1].expect[0].over-by: expected nothing (case "looked at on day 4, as corrected" of walk.look under walk/2019-01-01), got 1`,
    ],
    [
      "in number",
      replaced(LOOK, "begun poliklinikk", "looked-at/fine poliklinikk"),
      `${LOOK}:13:7: cases[0].expect: expected 1 (case "looked at on day 3" of walk.look under walk/2019-01-01), got 0`,
    ],
    [
      "in standing",
      replaced(LOOK, "standing: recommendation", "standing: statutory"),
      `${LOOK}:3:11: standing: expected statutory, got recommendation`,
    ],
    [
      "in findings",
      replaced(START, "severity: error, records: []", "severity: error, records: [r01]"),
      `${START}:11:7: cases[0].expect: expected course error r01 (case "no start" of start-missing under walk/2019-01-01), got course error`,
    ],
  ];
  test.each(differs)("%s", (_, files, line) => {
    expect(addedBy(files)).toContain(line);
  });
});

test("a case that does not show what it says is told", () => {
  expect(addedBy(replaced(LOOK, "shows: corrected", "shows: leap-day"))).toContain(
    `${LOOK}:14:12: cases[1].shows: expected a verdict whose days hold a 29 February, which "leap-day" shows, got none in the case`,
  );
});

describe("what no case shows is told", () => {
  const under = "of walk.look under walk/2019-01-01, got none";
  test.each([
    `${LOOK}:6:3: cases: expected a case that shows one-past, ${under}`,
    `${LOOK}:6:3: cases: expected a case that shows leap-day, ${under}`,
    `${LOOK}:6:3: cases: expected a case that shows care-level-unknown, ${under}`,
    `${LOOK}:6:3: cases: expected a case of the limit unknown of dogn, undetermined, ${under}`,
    `${LOOK}:6:3: cases: expected cases of walk.look under walk/2023-01-01, got none`,
    "climb/cases/look.yaml:1:1: expected cases of climb.look under climb/2019-01-01, got none",
    "climb/cases/look.yaml:1:1: expected cases of climb.look under walk/2023-01-01, got none",
    `${START}:4:3: cases: expected a case in which its severity is info, of start-missing, got none`,
  ])("%s", (line) => {
    expect(linesOf(MINI)).toContain(line);
  });

  test("and what a case shows is not", () => {
    const lines = linesOf(MINI).join("\n");
    expect(lines).not.toContain("shows on-the-limit");
    expect(lines).not.toContain("shows corrected");
    expect(lines).not.toContain("of the limit 3 of poliklinikk");
  });

  test("a side of a limit is proved only by a verdict of that limit", () => {
    expect(addedBy(replaced(LOOK, "name: looked at on day 4", "name: day 4"))).toEqual([]);
    const later = replaced(
      LOOK,
      "2024-01-14 looked-at/fine corrects",
      "2024-01-15 looked-at/fine corrects",
    );
    expect(addedBy(later)).toContain(
      `${LOOK}:6:3: cases: expected a case of the limit 3 of poliklinikk, one past, ${under}`,
    );
  });

  test("not while a file cannot be read, for it shows nothing", () => {
    const lines = linesOf(replaced(LOOK, "shows: corrected", "shows: almost"));
    expect(lines.filter((line) => line.includes("got none"))).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});
