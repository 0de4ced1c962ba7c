// Knows what the organisation must hold: real trusts and areas, units that cannot be taken for real.
import { describe, expect, test } from "vitest";
import { REGIONS, TRUSTS } from "./health-trusts.ts";
import { FIRST_ARTIFICIAL_ID, units } from "./units.ts";

/** Check digit of organisation numbers in Norway: modulus 11. */
function isOrganisationNumber(text: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return /^[89]\d{8}$/.test(text) && (11 - (sum % 11)) % 11 === Number(text[8]);
}

describe("the organisation", () => {
  test("has four regions and the trusts and hospitals with areas of their own", () => {
    expect(REGIONS).toHaveLength(4);
    expect(TRUSTS).toHaveLength(21);
    const regions = new Set(REGIONS.map(({ orgNumber }) => orgNumber));
    for (const { region } of TRUSTS) expect(regions.has(region)).toBe(true);
  });

  test("has each district area once, D01 to D69", () => {
    const codes = TRUSTS.flatMap(({ areas }) => areas.map(({ code }) => code));
    const all = Array.from({ length: 69 }, (_, at) => `D${String(at + 1).padStart(2, "0")}`);
    expect(codes.sort()).toEqual(all);
  });

  test("has organisation numbers with right check digits", () => {
    const numbers = [
      ...REGIONS.map(({ orgNumber }) => orgNumber),
      ...TRUSTS.map(({ orgNumber }) => orgNumber),
      ...units().map(({ operator }) => operator),
    ];
    for (const number of numbers)
      expect([number, isOrganisationNumber(number)]).toEqual([number, true]);
  });
});

describe("units", () => {
  test("are about two hundred, each with its own id in the artificial range", () => {
    const ids = units().map(({ id }) => Number(id));
    expect(ids.length).toBeGreaterThan(180);
    expect(ids.length).toBeLessThan(240);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBe(FIRST_ARTIFICIAL_ID);
    expect(Math.max(...ids)).toBe(FIRST_ARTIFICIAL_ID + ids.length - 1);
  });

  test("say by name and by mark that they do not exist", () => {
    for (const { name, synthetic } of units()) {
      expect(synthetic).toBe(true);
      expect(name).toMatch(/ \(syntetisk id\)$/);
    }
    expect(new Set(units().map(({ name }) => name)).size).toBe(units().length);
  });

  test("cover every area with a clinic for adults and one for the young, every trust with addiction care", () => {
    for (const { id, areas } of TRUSTS) {
      const kinds = units()
        .filter(({ trust }) => trust === id)
        .map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "dps")).toHaveLength(areas.length);
      expect(kinds.filter((kind) => kind === "bup")).toHaveLength(areas.length);
      expect(kinds).toEqual(expect.arrayContaining(["psychiatric-ward", "tsb-clinic", "tsb-ward"]));
    }
  });
});
