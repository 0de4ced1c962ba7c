// Proves that no released edition has changed since it was frozen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PATHWAYS_FOLDER } from "./bundle-file.ts";
import { loadDefinitionFolder } from "./definition-folder.ts";

const frozen: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(PATHWAYS_FOLDER, "frozen.json"), "utf8"),
);
const released = loadDefinitionFolder(PATHWAYS_FOLDER).editions.filter(
  (edition) => edition.status === "in-force",
);

describe("released editions are frozen (a wanted change: see CONTRIBUTING, then node scripts/freeze.mjs)", () => {
  test.each(
    released.map((edition) => [`${edition.pathway}/${edition.edition}`, edition.hash]),
  )("%s has the hash it was frozen with", (name, hash) => {
    expect(hash).toBe(frozen[name]);
  });

  test("no edition that was frozen has gone", () => {
    const names = released.map((edition) => `${edition.pathway}/${edition.edition}`);
    expect(Object.keys(frozen).sort()).toEqual(names.sort());
  });
});
