// Proves which names and choices the work list shows.
import type { Text } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import type { Texts } from "../../app/api/contract.ts";
import { pathwayName, phaseChoices, phaseName } from "./names.ts";

const named = (name: string): Text => ({ nb: name, nn: name, en: name });
const texts: Texts = {
  pathways: {
    tsb: { name: named("TSB"), typeCode: null },
    psykose: { name: named("Psykose"), typeCode: null },
  },
  phases: {
    "tsb/referral": named("Henvisning"),
    "tsb/treatment": named("Behandling"),
    "psykose/referral": named("Henvisning"),
    "psykose/early": named("Tidlig"),
  },
  events: {},
  rules: {},
  findings: {},
};

describe("names in the work list", () => {
  it("are the ids until the texts are there", () => {
    expect(pathwayName(undefined, "tsb").nb).toBe("tsb");
    expect(phaseName(texts, "tsb", "odd").nb).toBe("odd");
    expect(phaseName(texts, "tsb", "treatment").nb).toBe("Behandling");
  });

  it("offer each phase once, of the chosen pathway or of all", () => {
    const ids = (pathway?: string) => phaseChoices(texts, pathway).map(({ id }) => id);
    expect(ids()).toEqual(["referral", "treatment", "early"]);
    expect(ids("psykose")).toEqual(["referral", "early"]);
  });
});
