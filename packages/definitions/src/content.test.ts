// Tests that every edition has the texts and checklists it should have, and that each rests on a source.
import { type Edition, LANGUAGES, type PatientText } from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { PATHWAYS_FOLDER } from "./bundle-file.ts";
import { loadDefinitionFolder } from "./definition-folder.ts";

const bundle = loadDefinitionFolder(PATHWAYS_FOLDER);

function keyOf(edition: Edition): string {
  return `${edition.pathway}/${edition.edition}`;
}

const drafts = bundle.editions.filter(({ status }) => status === "draft");
const inForce = bundle.editions.filter(({ status }) => status === "in-force");

const SHARED_LISTS = [
  "referral",
  "intake",
  "refusal-reply",
  "first-talk",
  "assessment",
  "plan",
  "evaluation",
  "closing",
  "children-as-relatives",
  "somatic-health",
];

const PHASES_WITH_A_LIST = ["referral", "assessment", "planning", "treatment", "closing"];

/** Publishers whose pages hold for the whole country. What others write of the pathways is secondary at best. */
const NATIONAL_PUBLISHERS = [
  "Helsedirektoratet",
  "Helsebiblioteket",
  "Helsenorge",
  "Regjeringen",
  "Oslo universitetssykehus, Nasjonal kompetansetjeneste TSB",
];

function listIds(pathway: string, edition: string): readonly string[] {
  const found = bundle.editions.find((one) => one.pathway === pathway && one.edition === edition);
  return (found?.checklists ?? []).map(({ id }) => id);
}

function isWhole(patientText: PatientText | undefined): boolean {
  if (patientText === undefined) return false;
  const { what, when, who, voice } = patientText;
  return [what, when, who, voice].every((text) =>
    LANGUAGES.every((language) => text[language].trim() !== ""),
  );
}

test("there are drafts and editions in force", () => {
  expect(drafts.map(keyOf)).toEqual([
    "phv-barn-unge/2024-02-08",
    "phv-voksne/2024-02-08",
    "tsb/2024-02-08",
  ]);
  expect(inForce).toHaveLength(19);
});

describe.each(drafts.map((edition) => [keyOf(edition), edition] as const))("%s", (_key, draft) => {
  test("carries no text, as nobody has it", () => {
    expect([...draft.phases, ...draft.events].filter((one) => one.patientText)).toEqual([]);
    expect(draft.checklists).toEqual([]);
  });
});

describe.each(inForce.map((edition) => [keyOf(edition), edition] as const))("%s", (_key, one) => {
  test("has a text for patients for every phase and every event it knows", () => {
    const known = one.events.filter(({ registration }) => registration !== "absent");
    const silent = [...one.phases, ...known].filter(({ patientText }) => !isWhole(patientText));
    expect(one.phases).toHaveLength(6);
    expect(known.length).toBeGreaterThan(10);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("has the checklists that all pathways share", () => {
    const ids = one.checklists.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(SHARED_LISTS));
    const phases = new Set(one.checklists.map(({ phase }) => phase));
    expect(PHASES_WITH_A_LIST.filter((phase) => !phases.has(phase))).toEqual([]);
  });

  test("has items of one line, in three languages, with a role and a source that exist", () => {
    for (const item of one.checklists.flatMap(({ items }) => items)) {
      for (const language of LANGUAGES) {
        expect(item.text[language], item.id).toMatch(/^\S.{0,180}[.?]$/u);
      }
      expect(Object.keys(bundle.roles), item.id).toContain(item.role);
      expect(Object.keys(bundle.sources), item.id).toContain(item.source.ref);
    }
  });
});

test("an item is called verified only where a national source was read", () => {
  const verified = inForce
    .flatMap(({ checklists }) => checklists.flatMap(({ items }) => items))
    .filter(({ source }) => source.evidence === "verified");
  const local = verified.filter(
    ({ source }) => !NATIONAL_PUBLISHERS.includes(bundle.sources[source.ref]?.publisher ?? ""),
  );
  expect(verified.length).toBeGreaterThan(100);
  expect(local.map(({ id }) => id)).toEqual([]);
});

test("children and young people are spoken to in words of their own at every step", () => {
  const forAdults = new Set(
    inForce
      .filter(({ pathway }) => pathway === "phv-voksne")
      .flatMap(({ phases, events }) => [...phases, ...events])
      .map(({ id, patientText }) => `${id} ${patientText?.what.nb}`),
  );
  for (const child of inForce.filter(({ pathway }) => pathway === "phv-barn-unge")) {
    const known = child.events.filter(({ registration }) => registration !== "absent");
    const same = [...child.phases, ...known].filter(({ id, patientText }) =>
      forAdults.has(`${id} ${patientText?.what.nb}`),
    );
    expect(
      same.map(({ id }) => id),
      keyOf(child),
    ).toEqual([]);
  }
});

test("the chapter on ADHD came to children and young people in March 2022", () => {
  const editions = ["2019-01-01", "2022-03-01", "2023-01-01", "2025-01-01"];
  expect(editions.map((edition) => listIds("phv-barn-unge", edition).includes("adhd"))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test("the chapter on overdoses came to addiction treatment in January 2022", () => {
  const editions = ["2019-01-01", "2022-01-01", "2023-01-01", "2025-01-01"];
  expect(editions.map((edition) => listIds("tsb", edition).includes("overdose"))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test("the two chapters are in no other pathway", () => {
  const elsewhere = inForce.filter(
    ({ pathway, checklists }) =>
      checklists.some(({ id }) => id === "adhd" && pathway !== "phv-barn-unge") ||
      checklists.some(({ id }) => id === "overdose" && pathway !== "tsb"),
  );
  expect(elsewhere.map(keyOf)).toEqual([]);
});

test.each([
  ["phv-barn-unge", "2019-01-01", "referral-children"],
  ["tsb", "2019-01-01", "referral-tsb"],
  ["tsb", "2019-01-01", "closing-tsb"],
  ["psykose", "2019-02-15", "referral-psychosis"],
  ["tvangslidelse", "2019-02-15", "referral-ocd"],
  ["tvangslidelse", "2019-02-15", "route-to-ocd-team"],
  ["spiseforstyrrelser", "2019-02-15", "referral-eating-disorder"],
  ["gravide-rus", "2020-01-01", "referral-pregnancy"],
])("%s/%s has the list %s of its own", (pathway, edition, id) => {
  expect(listIds(pathway, edition)).toContain(id);
});

const SIMPLIFIED = inForce.filter(({ edition }) => edition === "2025-01-01");

test("the simplified editions take their referral list from the text of 2024", () => {
  const referenced = SIMPLIFIED.map((one) => {
    const items = one.checklists.find(({ id }) => id === "referral")?.items ?? [];
    const fromText = items.filter(({ source }) => source.ref.endsWith("-henv24"));
    return [one.pathway, fromText.length, new Set(fromText.map(({ source }) => source.evidence))];
  });
  expect(referenced).toEqual([
    ["phv-barn-unge", 24, new Set(["verified"])],
    ["phv-voksne", 24, new Set(["verified"])],
    ["tsb", 24, new Set(["inferred"])],
  ]);
});

test("what a simplified edition inherits is at most inferred", () => {
  const inherited = SIMPLIFIED.flatMap(({ checklists }) =>
    checklists.filter(({ id }) => id !== "referral").flatMap(({ items }) => items),
  );
  expect(inherited.length).toBeGreaterThan(100);
  expect(
    inherited.filter(({ source }) => !["inferred", "unknown"].includes(source.evidence)),
  ).toEqual([]);
});

test("earlier editions take theirs from the letter to referrers", () => {
  for (const one of inForce.filter(({ edition }) => edition < "2024")) {
    const items = one.checklists.find(({ id }) => id === "referral")?.items ?? [];
    const fromLetter = items.filter(({ source }) => source.ref === "sd4");
    expect(fromLetter.length, keyOf(one)).toBeGreaterThanOrEqual(10);
    expect(items.some(({ source }) => source.ref.endsWith("-henv24"))).toBe(false);
  }
});

test("no item is said twice with different ids in one edition", () => {
  for (const one of inForce) {
    const said = one.checklists.flatMap(({ items }) => items.map(({ text }) => text.nb));
    const twice = said.filter((text, i) => said.indexOf(text) !== i);
    expect(twice, keyOf(one)).toEqual([]);
  }
});

test("an evaluation asks the eleven questions of the national list, each in three languages", () => {
  const { questions } = bundle;
  expect(new Set(questions.map(({ id }) => id)).size).toBe(11);
  expect(new Set(questions.map(({ source }) => source.ref))).toEqual(new Set(["tsb-eval"]));
  for (const { id, text } of questions) {
    for (const language of LANGUAGES) expect(text[language], id).toMatch(/^\S.*[.?]$/u);
  }
});
