// Proves that a site's overlay fills what nobody could verify, marks it local, and changes nothing else.
import { join } from "node:path";
import type { IntervalRule, LimitCase } from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { type Bundle, findEdition } from "../bundle.ts";
import { PATHWAYS_FOLDER } from "../bundle-file.ts";
import { canonicalHash } from "../canonical-hash.ts";
import { composeCode, explainCode } from "../codes/joined-code.ts";
import { loadDefinitionFolder } from "../definition-folder.ts";
import { problemLine } from "../problem.ts";
import { applyOverlay } from "./site-overlay.ts";

const MINI = loadDefinitionFolder(join(import.meta.dirname, "..", "mini-definitions"));
const SITE = `site: A made-up hospital
source: { title: Own routine, dated: "2025-03", url: "https://example.org/routine" }
`;
const DOGN = `limits:
  - { rule: walk.look, edition: "2019-01-01", care-level: dogn, at-most: 2 }
`;

function overlaid(text: string, bundle = MINI): Bundle {
  const laid = applyOverlay(bundle, "own.yaml", SITE + text);
  if ("problems" in laid) throw new Error(laid.problems.map(problemLine).join("\n"));
  return laid.bundle;
}

function problemsOf(text: string): readonly string[] {
  const laid = applyOverlay(MINI, "own.yaml", text);
  return "problems" in laid ? laid.problems.map(problemLine) : [];
}

function look(bundle: Bundle, edition: string): IntervalRule {
  const rules = findEdition(bundle, "walk", edition)?.rules;
  const rule = rules?.find((one) => one.id === "walk.look");
  if (rule?.kind !== "interval") throw new Error("expected the rule walk.look");
  return rule;
}

function limitFor(rule: IntervalRule, careLevel: string): LimitCase | undefined {
  return rule.limits.find((one) => one.careLevel === careLevel);
}

describe("a limit that nobody could verify", () => {
  const bundle = overlaid(DOGN);

  test("is filled, in the edition named and in no other, and is marked local", () => {
    expect(limitFor(look(bundle, "2019-01-01"), "dogn")).toEqual({
      careLevel: "dogn",
      atMost: 2,
      source: { ref: "local", evidence: "local" },
    });
    expect(look(bundle, "2023-01-01")).toEqual(look(MINI, "2023-01-01"));
  });

  test("of a level that the rule does not name is filled too", () => {
    const dag = overlaid(DOGN.replace("dogn", "dag"));
    const rule = look(dag, "2019-01-01");
    expect(limitFor(rule, "dag")?.atMost).toBe(2);
    expect(limitFor(rule, "dogn")).toEqual(limitFor(look(MINI, "2019-01-01"), "dogn"));
  });

  test("leaves the verified cases and all else of the edition as they were", () => {
    const before = findEdition(MINI, "walk", "2019-01-01");
    const after = findEdition(bundle, "walk", "2019-01-01");
    const { limits: _old, ...ruleBefore } = look(MINI, "2019-01-01");
    const { limits: _new, ...ruleAfter } = look(bundle, "2019-01-01");
    expect(ruleAfter).toEqual(ruleBefore);
    expect(limitFor(look(bundle, "2019-01-01"), "poliklinikk")).toEqual(
      limitFor(look(MINI, "2019-01-01"), "poliklinikk"),
    );
    expect({ ...after, hash: "", rules: [] }).toEqual({ ...before, hash: "", rules: [] });
    expect(bundle.editions.filter((one) => one !== after)).toEqual(
      MINI.editions.filter((one) => one !== before),
    );
  });

  test("gives the edition and the bundle the hash of what they now say", () => {
    const edition = findEdition(bundle, "walk", "2019-01-01");
    if (edition === undefined) throw new Error("expected the edition");
    for (const one of [edition, bundle]) {
      const { hash, ...content } = one;
      expect(hash).toBe(canonicalHash(content));
    }
    expect(bundle.hash).not.toBe(MINI.hash);
    expect(edition.hash).not.toBe(findEdition(MINI, "walk", "2019-01-01")?.hash);
  });

  test("has the site's own source, and the bundle it was laid over stays as it was", () => {
    const hash = canonicalHash(MINI);
    const { local } = overlaid(DOGN).sources;
    expect(local).toEqual({
      title: "Own routine",
      publisher: "A made-up hospital",
      url: "https://example.org/routine",
      dated: "2025-03",
    });
    expect(canonicalHash(MINI)).toBe(hash);
    expect(MINI.sources).not.toHaveProperty("local");
  });
});

describe("codes that nobody could verify", () => {
  const bundle = overlaid(`pathway-codes: [{ pathway: climb, code: Z99 }]
event-letters: [{ event: ended, letter: Z }]
`);

  test("are filled, both ways, and are local", () => {
    expect(explainCode(MINI, "Z99Z")).toBeUndefined();
    expect(explainCode(bundle, "Z99Z")).toMatchObject({
      pathway: "climb",
      event: "ended",
      evidence: "local",
    });
    const registration = { pathway: "climb", event: "ended" };
    expect(composeCode(bundle, registration)).toMatchObject({ code: "Z99Z", evidence: "local" });
  });

  test("make no known code less sure", () => {
    expect(explainCode(bundle, "W01C")).toEqual(explainCode(MINI, "W01C"));
    expect(bundle.editions).toEqual(MINI.editions);
  });
});

test("an overlay that fills nothing changes no edition and no code", () => {
  const { editions, codes } = overlaid("");
  expect({ editions, codes }).toEqual({ editions: MINI.editions, codes: MINI.codes });
});

describe("what an overlay may not say is told with its place", () => {
  const known = "a case whose limit is unknown (a known one is never changed)";
  const knownCode = "a code that is unknown, each once (a known one is never changed)";
  test.each<[string, string, readonly string[]]>([
    [
      "a known limit",
      DOGN.replace("dogn", "poliklinikk"),
      [
        `own.yaml:4:5: limits[0]: expected ${known}, got {"rule":"walk.look","edition":"2019-01-01","care-level":"pol…`,
      ],
    ],
    [
      "a limit it filled itself",
      `${DOGN}${DOGN.slice(DOGN.indexOf("\n") + 1)}`,
      [
        `own.yaml:5:5: limits[1]: expected ${known}, got {"rule":"walk.look","edition":"2019-01-01","care-level":"dog…`,
      ],
    ],
    [
      "a case by something else than the rule's",
      DOGN.replace("care-level: dogn", "severity: serious"),
      [
        'own.yaml:4:5: limits[0]: expected a case by care-level, as the rule has, got {"rule":"walk.look","edition":"2019-01-01","severity":"serio…',
      ],
    ],
    [
      "an edition that does not exist",
      DOGN.replace("2019-01-01", "2020-01-01"),
      ['own.yaml:4:33: limits[0].edition: expected an existing edition, got "2020-01-01"'],
    ],
    [
      "a rule that does not exist",
      DOGN.replace("walk.look", "walk.stare"),
      ['own.yaml:4:13: limits[0].rule: expected an existing rule, got "walk.stare"'],
    ],
    [
      "a known code, of a pathway or of another",
      "pathway-codes: [{ pathway: walk, code: Z99 }, { pathway: climb, code: W01 }]\n",
      [
        `own.yaml:3:17: pathway-codes[0]: expected ${knownCode}, got {"pathway":"walk","code":"Z99"}`,
        `own.yaml:3:47: pathway-codes[1]: expected ${knownCode}, got {"pathway":"climb","code":"W01"}`,
      ],
    ],
    [
      "a known letter, of an event or of another",
      "event-letters: [{ event: looked-at, letter: Z }, { event: ended, letter: C }]\n",
      [
        `own.yaml:3:17: event-letters[0]: expected ${knownCode}, got {"event":"looked-at","letter":"Z"}`,
        `own.yaml:3:50: event-letters[1]: expected ${knownCode}, got {"event":"ended","letter":"C"}`,
      ],
    ],
    [
      "codes of what does not exist",
      "pathway-codes: [{ pathway: nowhere, code: Z98 }]\nevent-letters: [{ event: nothing, letter: Q }]\n",
      [
        'own.yaml:3:17: pathway-codes[0]: expected a pathway or event that exists, got {"pathway":"nowhere","code":"Z98"}',
        'own.yaml:4:17: event-letters[0]: expected a pathway or event that exists, got {"event":"nothing","letter":"Q"}',
      ],
    ],
    [
      "two codes of its own for one pathway",
      "pathway-codes: [{ pathway: climb, code: Z98 }, { pathway: climb, code: Z97 }]\n",
      [
        `own.yaml:3:48: pathway-codes[1]: expected ${knownCode}, got {"pathway":"climb","code":"Z97"}`,
      ],
    ],
    [
      "a key that overlays do not have",
      "rules: []\n",
      [
        'own.yaml:3:1: expected only site, source, limits, pathway-codes, event-letters, got the key "rules"',
      ],
    ],
  ])("%s", (_, text, problems) => {
    expect(problemsOf(SITE + text)).toEqual(problems);
  });

  test("an overlay without site and source", () => {
    expect(problemsOf("limits: []\n")).toEqual([
      'own.yaml:1:1: expected the key "site", got none',
      'own.yaml:1:1: expected the key "source", got none',
    ]);
  });

  test("text that is no YAML", () => {
    expect(problemsOf("site: [\n")).toEqual([expect.stringMatching(/^own\.yaml:\d+:\d+: /)]);
  });

  test("one fault among good lines leaves no bundle, and all faults are told", () => {
    const text = `${SITE}${DOGN}  - { rule: walk.stare, edition: "2019-01-01", at-most: 1 }
event-letters: [{ event: looked-at, letter: Z }]
`;
    expect(problemsOf(text).map((line) => line.split(" ")[1])).toEqual([
      "limits[1].rule:",
      "event-letters[0]:",
    ]);
  });
});

test("a limit filled in a condition's own edition holds wherever that edition was folded in", () => {
  const limit =
    'limits: [{ rule: psykose.assessment, edition: "2023-01-01", care-level: poliklinikk, at-most: 30 }]';
  const bundle = overlaid(limit, loadDefinitionFolder(PATHWAYS_FOLDER));
  const folded = findEdition(bundle, "phv-voksne", "2025-01-01")
    ?.conditions.find((one) => one.condition === "psykose")
    ?.rules.find((rule) => rule.id === "psykose.assessment");
  expect(folded?.kind === "interval" ? folded.limits : []).toContainEqual({
    careLevel: "poliklinikk",
    atMost: 30,
    source: { ref: "local", evidence: "local" },
  });
});
