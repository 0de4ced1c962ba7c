// Proves that joined codes say no more than somebody verified, and that both ways agree.
import { describe, expect, test } from "vitest";
import { PATHWAYS_FOLDER } from "../bundle-file.ts";
import { loadDefinitionFolder } from "../definition-folder.ts";
import { composeCode, explainCode, type Registration } from "./joined-code.ts";

const BUNDLE = loadDefinitionFolder(PATHWAYS_FOLDER);
const { pathwayTypes, events, outcomes } = BUNDLE.codes;
const PATHWAYS = [...new Set(BUNDLE.editions.map((edition) => edition.pathway))];
const VOCABULARY = BUNDLE.editions[0]?.events ?? [];

/** Every registration that the vocabulary allows, in every pathway. */
const REGISTRATIONS: readonly Registration[] = PATHWAYS.flatMap((pathway) =>
  VOCABULARY.flatMap((event) =>
    [undefined, ...event.outcomes.map((one) => one.id)].map((outcome) => ({
      pathway,
      event: event.id,
      outcome,
    })),
  ),
);

describe("a code is explained by its parts, and is as sure as its weakest", () => {
  test.each([
    ["D01L", "tsb", "patient-postponed", undefined, "verified"],
    ["D06UF", "psykose", "activity-performed", "feedback-tool", "verified"],
    ["D11CP", "phv-voksne", "clinical-decision", "treatment-phv", "secondary"],
    ["D11C", "phv-voksne", "clinical-decision", undefined, "secondary"],
  ] as const)("%s, which somebody saw: %s %s %s is %s", (code, pathway, event, outcome, sure) => {
    const explained = explainCode(BUNDLE, code);
    expect(explained).toMatchObject({ code, pathway, event, evidence: sure });
    expect(explained?.outcome).toBe(outcome);
    expect(explained?.sources).toHaveLength(code.length === 5 ? 3 : 2);
  });

  test.each([
    ["D06L", "verified parts, seen in another pathway only"],
    ["D12UF", "verified parts, seen in another pathway only"],
    ["D01CT", "a secondary part, and seen in another pathway only"],
  ])("%s is inferred: %s", (code) => {
    expect(explainCode(BUNDLE, code)?.evidence).toBe("inferred");
  });
});

describe("what is no joined code of an event is not explained", () => {
  test.each([
    ["D11", "a pathway type alone"],
    ["", "nothing"],
    ["D11X", "a letter that no event has"],
    ["D99C", "a type that no pathway has"],
    ["D11CF", "an outcome that belongs to another event"],
    ["D11LP", "an outcome of an event without known outcomes"],
    ["D11CPP", "a letter too many"],
    ["d11cp", "small letters"],
    [" D11CP", "a space before it"],
    ["D11CP\n", "a line end after it"],
    ["D1CP", "a digit too few"],
  ])("%j: %s", (code) => {
    expect(explainCode(BUNDLE, code)).toBeUndefined();
  });
});

describe("composing", () => {
  test.each<[Registration, "pathway" | "event" | "outcome"]>([
    [{ pathway: "tvangslidelse", event: "clinical-decision" }, "pathway"],
    [{ pathway: "nowhere", event: "clinical-decision" }, "pathway"],
    [{ pathway: "tsb", event: "evaluation" }, "event"],
    [{ pathway: "tsb", event: "nothing" }, "event"],
    [{ pathway: "tsb", event: "activity-performed", outcome: "somatic-health" }, "outcome"],
    [{ pathway: "tsb", event: "clinical-decision", outcome: "feedback-tool" }, "outcome"],
    [{ pathway: "tsb", event: "patient-postponed", outcome: "treatment-tsb" }, "outcome"],
  ])("%j names the part that nobody could verify: %s", (registration, unknown) => {
    expect(composeCode(BUNDLE, registration)).toEqual({ unknown });
  });

  test("gives a code for exactly the registrations whose every part is known", () => {
    const composed = REGISTRATIONS.filter((one) => "code" in composeCode(BUNDLE, one));
    const perPathway = events.codes.length + outcomes.codes.length;
    expect(composed).toHaveLength(pathwayTypes.codes.length * perPathway);
  });

  test("and explaining are each other's inverse for every registration there is", () => {
    for (const registration of REGISTRATIONS) {
      const composed = composeCode(BUNDLE, registration);
      if ("unknown" in composed) continue;
      const { pathway, event, outcome } = composed;
      expect({ pathway, event, outcome }).toEqual(registration);
      expect(explainCode(BUNDLE, composed.code)).toEqual(composed);
    }
  });
});

test("no two pathways, events, or outcomes of an event share a code", () => {
  const codes = REGISTRATIONS.flatMap((one) => {
    const composed = composeCode(BUNDLE, one);
    return "code" in composed ? [composed.code] : [];
  });
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(pathwayTypes.codes.map((one) => one.code)).size).toBe(pathwayTypes.codes.length);
});
