// Proves what a comparison says of the editions that come with the product.
import type { Edition } from "@rettvei/engine";
import { expect, test } from "vitest";
import { findEdition } from "../bundle.ts";
import { PATHWAYS_FOLDER } from "../bundle-file.ts";
import { loadDefinitionFolder } from "../definition-folder.ts";
import { diffEditions, type EditionChange } from "./edition-diff.ts";

const BUNDLE = loadDefinitionFolder(PATHWAYS_FOLDER);

function named(pathway: string, date: string): Edition {
  const edition = findEdition(BUNDLE, pathway, date);
  if (edition === undefined) throw new Error(`expected the edition ${pathway}/${date}`);
  return edition;
}

function changes(pathway: string, before: string, after: string): readonly EditionChange[] {
  return diffEditions(named(pathway, before), named(pathway, after));
}

test.each(
  BUNDLE.editions.map((edition) => [`${edition.pathway}/${edition.edition}`, edition]),
)("%s does not differ from itself, nor from a copy with another hash", (_, edition) => {
  expect(diffEditions(edition, { ...structuredClone(edition), hash: "other" })).toEqual([]);
});

test("the year 2023 brought a name and an event, and changed no rule", () => {
  const found = changes("tsb", "2022-01-01", "2023-01-01");
  expect(found.filter((one) => one.area === "rule")).toEqual([]);
  expect(found).toContainEqual({
    area: "event",
    id: "transfer-private-specialist",
    change: "changed",
    part: "registration",
    before: "absent",
    after: "registered",
  });
  expect(found).toContainEqual(
    expect.objectContaining({ area: "event", id: "pathway-start", part: "name" }),
  );
});

test("the simplification of addiction treatment left no time that anybody verified", () => {
  const found = changes("tsb", "2023-01-01", "2025-01-01");
  const limits = found.filter((one) => one.part === "limits");
  expect(limits.map(({ id, before, after }) => [id, before, after])).toEqual([
    ["tsb.assessment", "poliklinikk 21, dogn 7", "poliklinikk unknown, dogn unknown"],
    ["tsb.first-evaluation", "7", "poliklinikk unknown, dogn unknown"],
    ["tsb.evaluation-cycle", "poliklinikk 56, dogn 42", "poliklinikk unknown, dogn unknown"],
    ["tsb.detox-to-treatment", "poliklinikk 3, dogn 0", "poliklinikk unknown, dogn unknown"],
  ]);
});
