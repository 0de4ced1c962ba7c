// Knows whether the pathway files say what the tables typed in by hand say, edition by edition.
import type { ConditionContent, Edition, LimitCase, Rule } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import { BUNDLE, EDITIONS as WRITTEN } from "../laws/law-editions.ts";
import { editionsByHand } from "./editions.ts";
import { EDITIONS, EVIDENCE_CODED, GENERAL, LIMITS_CODED, type PathwayByHand } from "./limits.ts";
import { OUTCOME_LETTERS, TYPE_CODES } from "./vocabulary.ts";
import { FREE_DAYS } from "./working-days.ts";

const byHand = editionsByHand();
const nameOf = (edition: { readonly pathway: string; readonly edition: string }) =>
  `${edition.pathway} ${edition.edition}`;

/** A case of a limit without its source. */
function figures({ careLevel, severity, atLeast, atMost }: LimitCase) {
  return { careLevel, severity, atLeast, atMost };
}

/** What a judge reads of a rule: all but texts and sources. */
function judged(rule: Rule) {
  const { title: _title, note: _note, source: _source, ...rest } = rule;
  if (rest.kind !== "interval") return rest;
  return { ...rest, limits: byText(rest.limits.map((limit) => figures(limit))) };
}

function byText<T>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function rulesById(rules: readonly Rule[]) {
  return Object.fromEntries(rules.map((rule) => [rule.id, judged(rule)]));
}

function conditionsById(conditions: readonly ConditionContent[]) {
  return Object.fromEntries(
    conditions.map(({ condition, rules, events }) => [
      condition,
      { rules: rulesById(rules), events },
    ]),
  );
}

describe("the pathway files", () => {
  it("hold every edition of the design and no other", () => {
    expect(WRITTEN.map(nameOf).sort()).toEqual(EDITIONS.map(nameOf).sort());
  });

  it("count the free days of the design", () => {
    const { weekend, fixed, easterOffsets } = BUNDLE.workingDays;
    expect({
      weekend: [...weekend].sort(),
      fixed: [...fixed].sort(),
      easterOffsets: [...easterOffsets].sort((a, b) => a - b),
    }).toEqual(FREE_DAYS);
  });

  it("retire the condition-specific pathways, in the last edition of each", () => {
    const retired = (editions: readonly Edition[]) =>
      Object.fromEntries(
        [...editions]
          .sort((a, b) => (a.edition < b.edition ? -1 : 1))
          .map(({ pathway, retiredFrom }) => [pathway, retiredFrom ?? "goes on"]),
      );
    expect(retired(WRITTEN)).toEqual(retired(byHand));
  });

  it("give a type code to the four pathways that have a verified one", () => {
    const codes = WRITTEN.map(({ pathway, typeCode }) => `${typeCode ?? "none"} ${pathway}`);
    const expected = EDITIONS.map(({ pathway }) => {
      const [code = "none"] = [...TYPE_CODES].find(([, name]) => name === pathway) ?? [];
      return `${code} ${pathway}`;
    });
    expect(codes.sort()).toEqual(expected.sort());
  });
});

describe.each(WRITTEN)("$pathway $edition", (written: Edition) => {
  const expected = byHand.find((one) => nameOf(one) === nameOf(written));
  if (expected === undefined) throw new Error(`no edition by hand: ${nameOf(written)}`);

  it("has the rules and limits of the design's tables", () => {
    expect(rulesById(written.rules)).toEqual(rulesById(expected.rules));
  });

  it("keeps the content of the conditions folded into it", () => {
    expect(conditionsById(written.conditions)).toEqual(conditionsById(expected.conditions));
  });

  it("is in force, draft or retired as the design says", () => {
    const { status, startEvent, postponedEvent } = written;
    expect({ status, startEvent, postponedEvent }).toEqual({
      status: expected.status,
      startEvent: expected.startEvent,
      postponedEvent: expected.postponedEvent,
    });
    expect([...written.endEvents].sort()).toEqual([...expected.endEvents].sort());
  });

  it("has the events and outcomes of the vocabulary, in its order", () => {
    const coded = expected.conditions.length === 0;
    const events = (edition: Edition) =>
      edition.events.map(({ id, registration, outcomes }) => ({
        id,
        // No judge tells these two apart, and a coded edition may have both.
        registration: coded && registration === "known-elsewhere" ? "registered" : registration,
        outcomes: outcomes.map((outcome) => outcome.id),
      }));
    expect(events(written)).toEqual(events(expected));
  });

  it("gives outcome letters only where the design has them", () => {
    const lettered = written.events.flatMap(({ letter, outcomes }) =>
      outcomes.flatMap((outcome) =>
        outcome.letter === undefined ? [] : [[`${letter} ${outcome.letter}`, outcome.id]],
      ),
    );
    for (const [letters = "", outcome] of lettered) {
      expect(OUTCOME_LETTERS.get(letters), letters).toBe(outcome);
    }
  });

  it("looks for the findings of the design's table", () => {
    const findings = ({ findings, crossFindings }: Edition) =>
      Object.fromEntries(
        [...findings, ...crossFindings].map((rule) => {
          const { message: _message, advice: _advice, source: _source, ...rest } = rule;
          return [rule.id, rest];
        }),
      );
    expect(findings(written)).toEqual(findings(expected));
  });

  it("is as sure of each figure as the table is", () => {
    const said = limitsOf(written).map(({ id, limit }) => [
      `${id} ${JSON.stringify(figures(limit))}`,
      limit.source.evidence,
    ]);
    const table = limitsOf(written).map(({ id, limit }) => [
      `${id} ${JSON.stringify(figures(limit))}`,
      limit.atMost === undefined ? "unknown" : EVIDENCE_CODED[id.split(".")[0] as PathwayByHand],
    ]);
    expect(said).toEqual(table);
  });
});

/** The limits that the table gives, those of folded conditions too. */
function limitsOf(edition: Edition): readonly { readonly id: string; readonly limit: LimitCase }[] {
  const names = Object.values(LIMITS_CODED).flatMap((limits) => Object.keys(limits));
  return [...edition.rules, ...edition.conditions.flatMap((content) => content.rules)]
    .filter((rule) => rule.kind === "interval")
    .filter((rule) => names.includes(rule.id.split(".")[1] ?? ""))
    .flatMap((rule) => rule.limits.map((limit) => ({ id: rule.id, limit })));
}

describe("the tables typed in by hand", () => {
  it("leave no figure to a simplified edition of a general pathway", () => {
    const simplified = byHand.filter(
      ({ pathway, edition }) => GENERAL.some((name) => name === pathway) && edition >= "2024",
    );
    const names = Object.keys(LIMITS_CODED.tsb).concat("extended-assessment");
    const known = simplified.flatMap(({ rules }) =>
      rules.filter(
        (rule) =>
          rule.kind === "interval" &&
          names.includes(rule.id.split(".")[1] ?? "") &&
          rule.limits.some((limit) => limit.atMost !== undefined),
      ),
    );
    expect(simplified).toHaveLength(6);
    expect(known).toEqual([]);
  });
});
