// Proves that a comparison of editions names every change, in the words of those who edit them.
import { join } from "node:path";
import type { Edition, IntervalRule, Text } from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { findEdition } from "../bundle.ts";
import { loadDefinitionFolder } from "../definition-folder.ts";
import { diffEditions, type EditionChange } from "./edition-diff.ts";

const MINI = loadDefinitionFolder(join(import.meta.dirname, "..", "mini-definitions"));

function mini(pathway: string, date: string): Edition {
  const edition = findEdition(MINI, pathway, date);
  if (edition === undefined) throw new Error(`expected the edition ${pathway}/${date}`);
  return edition;
}

const WALK = mini("walk", "2019-01-01");
const WALK_2023 = mini("walk", "2023-01-01");

function text(nb: string): Text {
  return { nb, nn: nb, en: nb };
}

/** The small edition with its one interval rule changed. */
function withRule(change: Partial<IntervalRule>): Edition {
  const rules = WALK.rules.map((rule) =>
    rule.kind === "interval" ? { ...rule, ...change } : rule,
  );
  return { ...WALK, rules };
}

function look(): IntervalRule {
  const rule = WALK.rules.find((one) => one.id === "walk.look");
  if (rule?.kind !== "interval") throw new Error("expected the rule walk.look");
  return rule;
}

const LOOK = look();

describe("a change of one part is told with before and after", () => {
  const rule = { area: "rule", id: "walk.look", change: "changed" } as const;
  const limits = (cases: IntervalRule["limits"]): Edition => withRule({ limits: cases });
  const source = LOOK.source;
  test.each<[string, Edition, EditionChange]>([
    [
      "a limit, in words",
      limits([
        { careLevel: "poliklinikk", atLeast: 2, atMost: 5, source },
        { careLevel: "dogn", atMost: 0, source },
      ]),
      {
        ...rule,
        part: "limits",
        before: "poliklinikk 3, dogn unknown",
        after: "poliklinikk 2–5, dogn 0",
      },
    ],
    [
      "a standing",
      withRule({ standing: "target" }),
      { ...rule, part: "standing", before: "recommendation", after: "target" },
    ],
    [
      "a source, as key, section and evidence",
      withRule({ source: { ref: "guide", evidence: "secondary" } }),
      { ...rule, part: "source", before: "guide, 1 (verified)", after: "guide (secondary)" },
    ],
    [
      "a part that was not there",
      withRule({ note: text("Ny") }),
      { ...rule, part: "note", before: "–", after: "Ny" },
    ],
    [
      "a list of outcomes, no outcome among them",
      withRule({ from: { event: "begun", outcomes: ["fine", null] } }),
      { ...rule, part: "from", before: "event begun", after: "event begun; outcomes fine, –" },
    ],
    [
      "the status of the edition",
      { ...WALK, status: "draft" },
      {
        area: "edition",
        id: "walk",
        change: "changed",
        part: "status",
        before: "in-force",
        after: "draft",
      },
    ],
    [
      "the name of an event",
      {
        ...WALK,
        events: WALK.events.map((one) =>
          one.id === "ended" ? { ...one, name: text("Ferdig") } : one,
        ),
      },
      {
        area: "event",
        id: "ended",
        change: "changed",
        part: "name",
        before: "Slutt",
        after: "Ferdig",
      },
    ],
    [
      "an item of a checklist",
      {
        ...WALK,
        checklists: WALK.checklists.map((list) => ({
          ...list,
          items: list.items.map((item) => ({ ...item, text: text("Støvler på") })),
        })),
      },
      {
        area: "checklist item",
        id: "shoes",
        change: "changed",
        part: "text",
        before: "Sko på",
        after: "Støvler på",
      },
    ],
  ])("%s", (_, after, change) => {
    expect(diffEditions(WALK, after)).toEqual([change]);
  });
});

test("a text for patients is told field by field, not as a whole", () => {
  const patientText = { what: text("a"), when: text("b"), who: text("c"), voice: text("d") };
  const withText = (voice: string): Edition => ({
    ...WALK,
    phases: WALK.phases.map((phase) => ({
      ...phase,
      patientText: { ...patientText, voice: text(voice) },
    })),
  });
  expect(diffEditions(withText("d"), withText("e"))).toEqual([
    {
      area: "phase",
      id: "walking",
      change: "changed",
      part: "patientText.voice",
      before: "d",
      after: "e",
    },
  ]);
});

test("what came and went is told once, and the other way round with the signs turned", () => {
  const other = { ...LOOK, id: "walk.rest" };
  const renamed = { ...WALK, rules: [other], checklists: [] };
  const changes = diffEditions(WALK, renamed);
  expect(changes).toEqual([
    { area: "rule", id: "walk.look", change: "removed" },
    { area: "rule", id: "walk.rest", change: "added" },
    { area: "checklist", id: "before-leaving", change: "removed" },
    { area: "checklist item", id: "shoes", change: "removed" },
  ]);
  const turned = { added: "removed", removed: "added", changed: "changed" } as const;
  const back = diffEditions(renamed, WALK).map((one) => ({ ...one, change: turned[one.change] }));
  expect(back).toHaveLength(changes.length);
  expect(back).toEqual(expect.arrayContaining([...changes]));
});

test("an edition laid over another differs in what it says, conditions and findings included", () => {
  expect(diffEditions(WALK, WALK_2023)).toEqual([
    { area: "condition", id: "climb", change: "added" },
    { area: "rule", id: "climb.look", change: "added" },
    {
      area: "finding",
      id: "start-missing",
      change: "changed",
      part: "severity",
      before: "error",
      after: "info",
    },
  ]);
});
