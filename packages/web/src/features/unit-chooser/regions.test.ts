// Proves how units are grouped and found.
import { describe, expect, it } from "vitest";
import type { Unit } from "../../app/api/contract.ts";
import { regionsOf } from "./regions.ts";

const unit = (name: string, hfName: string | null, rhfName: string | null): Unit => ({
  unitId: name,
  name,
  kind: "dps",
  hfName,
  rhfName,
  synthetic: true,
  running: 0,
});
const units = [
  unit("Øyane DPS", "Helse Bergen HF", "Helse Vest RHF"),
  unit("Ålesund DPS", "Helse Møre og Romsdal HF", "Helse Midt-Norge RHF"),
  unit("Alta DPS", "Finnmarkssykehuset HF", "Helse Nord RHF"),
  unit("Fana DPS", "Helse Bergen HF", "Helse Vest RHF"),
  unit("12345", null, null),
];
const shown = (search: string) =>
  regionsOf(units, search).map(({ name, units: own }) => [name, own.map((one) => one.name)]);

describe("units to choose from", () => {
  it("stand by region in Norwegian order, those without a region last", () => {
    expect(shown("")).toEqual([
      ["Helse Midt-Norge RHF", ["Ålesund DPS"]],
      ["Helse Nord RHF", ["Alta DPS"]],
      ["Helse Vest RHF", ["Fana DPS", "Øyane DPS"]],
      [undefined, ["12345"]],
    ]);
  });

  it("are found by every word, in any of their names, whatever the case", () => {
    expect(shown("øyane VEST")).toEqual([["Helse Vest RHF", ["Øyane DPS"]]]);
    expect(shown("bergen alta")).toEqual([]);
  });
});
