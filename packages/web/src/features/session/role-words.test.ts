// Proves what is said of a role: where it holds, without hiding that there are more units.
import { expect, it } from "vitest";
import type { HeldRole } from "../../app/api/contract.ts";
import { CATALOGUES } from "../../i18n/catalogue.ts";
import { placeWords } from "./role-words.ts";

const held = (...names: readonly (string | null)[]): HeldRole => ({
  grantId: "g",
  role: "coordinator",
  organisation: "HF",
  units: names.map((name, n) => ({ unitId: `u${n}`, name })),
});

it.each([
  [[], ""],
  [["Ålesund DPS"], "Ålesund DPS"],
  [[null], "u0"],
  [["Ålesund DPS", "Volda DPS", null], "Ålesund DPS og 2 til"],
] as const)("units %o are said as %s", (names, words) => {
  expect(placeWords(held(...names), CATALOGUES.nb)).toBe(words);
});
