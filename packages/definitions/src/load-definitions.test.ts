// Proves that the loader is strict: each kind of fault is told, at its place, all of them at once.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDefinitionFolder } from "./definition-folder.ts";
import { loadDefinitions } from "./load-definitions.ts";
import { type Problem, problemLine } from "./problem.ts";
import type { DefinitionFiles } from "./resolve/load-common.ts";

const MINI = readDefinitionFolder(join(import.meta.dirname, "mini-definitions"));
const WALK = "walk/2019-01-01.yaml";

/** The small set with one text replaced in one file; throws where the file does not hold it once. */
function replaced(
  path: string,
  from: string,
  to: string,
  files: DefinitionFiles = MINI,
): DefinitionFiles {
  const text = files.get(path) ?? "";
  if (text.split(from).length !== 2) throw new Error(`${path}: expected "${from}" once`);
  return new Map([...files, [path, text.replace(from, to)]]);
}

function without(path: string): DefinitionFiles {
  return new Map([...MINI].filter(([file]) => file !== path));
}

function problemsOf(files: DefinitionFiles): readonly Problem[] {
  const loaded = loadDefinitions(files);
  return "problems" in loaded ? loaded.problems : [];
}

function linesOf(files: DefinitionFiles): readonly string[] {
  return problemsOf(files).map(problemLine);
}

test("the small set loads, editions laid over each other and ordered", () => {
  const loaded = loadDefinitions(MINI);
  if ("problems" in loaded) throw new Error(loaded.problems.map(problemLine).join("\n"));
  const { editions, sources } = loaded.bundle;
  expect(editions.map(({ pathway, edition }) => `${pathway}/${edition}`)).toEqual([
    "climb/2019-01-01",
    "walk/2019-01-01",
    "walk/2023-01-01",
  ]);
  const [, first, second] = editions;
  expect(second?.rules).toEqual(first?.rules);
  expect(second?.conditions.map(({ condition, rules }) => [condition, rules.length])).toEqual([
    ["climb", 1],
  ]);
  expect([first, second].map((one) => one?.findings[0]?.severity)).toEqual(["error", "info"]);
  expect(Object.keys(sources)).toEqual(["guide"]);
});

describe("a fault is told with file, line, column, what was expected and what was found", () => {
  const cases: readonly (readonly [string, DefinitionFiles, string])[] = [
    [
      "an unknown key",
      replaced(WALK, "    to: looked-at", "    too: 1\n    to: looked-at"),
      'walk/2019-01-01.yaml:12:5: rules[0]: expected only id, kind, standing, title, note, from, begins-with, to, not-when-granted-for, within, count, limits, source, got the key "too"',
    ],
    [
      "a dangling event",
      replaced(WALK, "to: looked-at", "to: stared-at"),
      'walk/2019-01-01.yaml:12:9: rules[0].to: expected an event of the vocabulary, got "stared-at"',
    ],
    [
      "a dangling outcome",
      replaced("shared/2019-01-01.yaml", "[fine, none]", "[fine, awful]"),
      'shared/2019-01-01.yaml:19:46: phases[0].entered-by[1].outcomes[1]: expected an outcome of looked-at, or none, got "awful"',
    ],
    [
      "a dangling source",
      replaced(WALK, '{ ref: guide, section: "1"', '{ ref: hearsay, section: "1"'),
      'walk/2019-01-01.yaml:17:20: rules[0].source.ref: expected a key of sources.yaml, got "hearsay"',
    ],
    [
      "a dangling source of a question",
      replaced("questions.yaml", "{ ref: guide", "{ ref: hearsay"),
      'questions.yaml:4:20: questions[0].source.ref: expected a key of sources.yaml, got "hearsay"',
    ],
    [
      "a dangling role",
      replaced(WALK, "role: walker", "role: runner"),
      'walk/2019-01-01.yaml:25:15: checklists[0].items[0].role: expected a role of the vocabulary, got "runner"',
    ],
    [
      "a dangling phase",
      replaced(WALK, "phase: walking", "phase: running"),
      'walk/2019-01-01.yaml:21:12: checklists[0].phase: expected a phase of the edition, got "running"',
    ],
    [
      "a dangling finding",
      replaced("walk/2023-01-01.yaml", "start-missing: {", "start-late: {"),
      'walk/2023-01-01.yaml:10:15: findings.start-late: expected a finding of findings.yaml, got "start-late"',
    ],
    [
      "a condition's dangling rule",
      replaced("walk/2023-01-01.yaml", "rules: [look]", "rules: [stare]"),
      'walk/2023-01-01.yaml:8:47: conditions.climb.rules[0]: expected a rule of climb/2019-01-01, got "stare"',
    ],
    [
      "a missing source",
      replaced(WALK, '    source: { ref: guide, section: "1", evidence: verified }\n', ""),
      'walk/2019-01-01.yaml:8:5: rules[0]: expected the key "source", here or in the edition below, got none',
    ],
    [
      "an evidence word that is none",
      replaced(WALK, 'section: "1", evidence: verified', 'section: "1", evidence: certain'),
      'walk/2019-01-01.yaml:17:51: rules[0].source.evidence: expected one of verified, secondary, inferred, unknown, local, got "certain"',
    ],
    [
      "a limit that is neither known nor unknown",
      replaced(WALK, "dogn, unknown: true", "dogn"),
      'walk/2019-01-01.yaml:16:9: rules[0].limits[1]: expected either at-most or unknown: true, got {"care-level":"dogn"}',
    ],
    [
      "a limit told twice",
      replaced(WALK, "care-level: dogn", "care-level: poliklinikk"),
      'walk/2019-01-01.yaml:16:9: rules[0].limits[1]: expected each case once, got {"care-level":"poliklinikk","unknown":true}',
    ],
    [
      "an id used twice",
      replaced(WALK, "checklists:", "  - { id: walk.look, kind: interval }\nchecklists:"),
      'walk/2019-01-01.yaml:18:11: rules[1].id: expected each id once in a file, got "walk.look"',
    ],
    [
      "a rule of another pathway",
      replaced(WALK, "id: walk.look", "id: climb.look"),
      'walk/2019-01-01.yaml:8:9: rules[0].id: expected an id that begins with "walk.", got "climb.look"',
    ],
    [
      "a folder of another name",
      replaced(WALK, "pathway: walk", "pathway: stroll"),
      'walk/2019-01-01.yaml:1:10: pathway: expected "walk", as the folder says, got "stroll"',
    ],
    [
      "a file of another date",
      replaced(WALK, 'edition: "2019-01-01"', 'edition: "2019-01-02"'),
      'walk/2019-01-01.yaml:2:10: edition: expected "2019-01-01", as the file\'s name says, got "2019-01-02"',
    ],
    [
      "an edition based on none",
      replaced("walk/2023-01-01.yaml", "based-on: walk/2019-01-01", "based-on: walk/2020-01-01"),
      'walk/2023-01-01.yaml:4:11: based-on: expected an edition "pathway/date" that leads to no circle, got "walk/2020-01-01"',
    ],
    [
      "a finding without what its kind needs",
      replaced("findings.yaml", "    event: begun\n", ""),
      'findings.yaml:2:5: findings[0]: expected the key "event", got none',
    ],
    [
      "a file that is not there",
      without("calendar.yaml"),
      "calendar.yaml:1:1: expected a file, got none",
    ],
  ];
  test.each(cases)("%s", (_, files, line) => {
    expect(linesOf(files)).toContain(line);
  });
});

test("an edition based on itself, over another, leads to no bundle and to no endless search", () => {
  const problems = problemsOf(
    replaced(WALK, "based-on: shared/2019-01-01", "based-on: walk/2023-01-01"),
  );
  const circle = problems.filter(({ at }) => at === "based-on");
  expect(circle.map(({ file, line }) => `${file}:${line}`)).toEqual(
    expect.arrayContaining(["walk/2019-01-01.yaml:4", "walk/2023-01-01.yaml:4"]),
  );
});

test("text that is no YAML is told at the line where it goes wrong", () => {
  const [problem] = problemsOf(replaced(WALK, "rules:\n", "rules: [\n"));
  expect(problem).toMatchObject({
    file: WALK,
    expected: "one well-formed YAML document",
  });
  expect(problem?.line).toBeGreaterThanOrEqual(7);
});

test("a key written twice is told at the second", () => {
  const problems = problemsOf(
    replaced(WALK, "status: in-force\n", "status: in-force\nstatus: draft\n"),
  );
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toContain(`${WALK}:4`);
});

test("a day that does not exist is no date", () => {
  const files = replaced(
    "walk/2023-01-01.yaml",
    "conditions:",
    'retired-from: { date: "2023-02-29", source: { ref: guide, evidence: verified } }\nconditions:',
  );
  expect(linesOf(files)).toEqual([
    'walk/2023-01-01.yaml:7:23: retired-from.date: expected a date that exists, got "2023-02-29"',
  ]);
});

test("faults of several files are told all at once", () => {
  const bad = [
    ["sources.yaml", "publisher: Nobody", "publisher: ''"],
    ["vocabulary.yaml", "en: Ended", "en: Ended, de: Ende"],
    ["codes/events.yaml", "letter: C", "letter: see"],
    [WALK, "kind: interval", "kind: guess"],
    [WALK, "role: walker", "role: Walker"],
    ["walk/2023-01-01.yaml", "status: in-force", "status: perhaps"],
  ] as const;
  const files = bad.reduce<DefinitionFiles>(
    (so, [path, from, to]) => replaced(path, from, to, so),
    MINI,
  );
  const told = problemsOf(files).map(({ file, at }) => `${file} ${at}`);
  expect(told).toEqual(
    expect.arrayContaining([
      "sources.yaml guide.publisher",
      "vocabulary.yaml events[3].name",
      "codes/events.yaml codes[0].letter",
      `${WALK} rules[0].kind`,
      `${WALK} checklists[0].items[0].role`,
      "walk/2023-01-01.yaml status",
    ]),
  );
});

test("an inherited fault is told once, where it is written", () => {
  const lines = linesOf(replaced(WALK, "role: walker", "role: runner"));
  expect(lines).toHaveLength(1);
});

test("the hash follows the content, not the spelling of the files", () => {
  const hashOf = (files: DefinitionFiles): string => {
    const loaded = loadDefinitions(files);
    return "bundle" in loaded ? loaded.bundle.hash : "none";
  };
  const spaced = replaced(WALK, "rules:\n", "# a remark\nrules:\n\n");
  const changed = replaced(WALK, "at-most: 3", "at-most: 4");
  expect(hashOf(spaced)).toBe(hashOf(MINI));
  expect(hashOf(changed)).not.toBe(hashOf(MINI));
  expect(hashOf(MINI)).toMatch(/^[0-9a-f]{64}$/);
});
