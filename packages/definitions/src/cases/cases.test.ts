// Proves every rule and every finding of the product by its cases: one test for each file of cases.
import { compileEdition, type Edition, type Rule, workingCalendar } from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { PATHWAYS_FOLDER } from "../bundle-file.ts";
import { loadDefinitionFolder, readDefinitionFolder } from "../definition-folder.ts";
import { problemLine } from "../problem.ts";
import { checkCases, editionsByKey } from "./check-cases.ts";
import { loadCases } from "./load-cases.ts";
import { editionKey } from "./rule-case.ts";
import { runFindingCases } from "./run-finding-case.ts";
import { runRuleCases } from "./run-rule-case.ts";

const files = readDefinitionFolder(PATHWAYS_FOLDER);
const bundle = loadDefinitionFolder(PATHWAYS_FOLDER);
const editions = editionsByKey(bundle);
const { rules, findings, problems } = loadCases(files);

test("all cases can be read, name what there is, and show what no rule may lack", () => {
  expect(problems.map(problemLine)).toEqual([]);
  expect(checkCases(bundle, files).map(problemLine)).toEqual([]);
});

describe("cases of rules", () => {
  test.each(rules.map((cases) => [cases.yaml.file, cases] as const))("%s", (_, cases) => {
    const runs = runRuleCases(cases, editions);
    const under = cases.editions.length + cases.asConditionIn.length;
    expect(runs).toHaveLength(cases.cases.length * under);
    expect(runs.flatMap((run) => run.differences).map(problemLine)).toEqual([]);
  });
});

/** The edition with one rule changed, its own or one that a condition lays over it. */
function withRule(edition: Edition, from: Rule, to: Rule): Edition {
  const changed = (all: readonly Rule[]): readonly Rule[] =>
    all.map((rule) => (rule === from ? to : rule));
  const conditions = edition.conditions.map((one) => ({ ...one, rules: changed(one.rules) }));
  return { ...edition, rules: changed(edition.rules), conditions };
}

/** Every way in which one figure of the rule can be one day off. */
function oneDayOff(rule: Rule): readonly Rule[] {
  if (rule.kind !== "interval") return [];
  return rule.limits.flatMap((limit, i) =>
    (["atMost", "atLeast"] as const).flatMap((figure) => {
      const days = limit[figure];
      if (days === undefined) return [];
      return [days - 1, days + 1].map((wrong): Rule => {
        const limits = rule.limits.map((one, j) => (i === j ? { ...one, [figure]: wrong } : one));
        return { ...rule, limits };
      });
    }),
  );
}

describe("a figure that is one day off is caught by the cases of its rule", () => {
  const calendar = workingCalendar(bundle.workingDays);
  test.each(
    bundle.editions.map((one) => [editionKey(one.pathway, one.edition), one] as const),
  )("%s", (key, edition) => {
    const own = [...edition.rules, ...edition.conditions.flatMap((one) => one.rules)];
    const wrong = own.flatMap((rule) => oneDayOff(rule).map((off) => [rule, off] as const));
    expect(wrong.length).toBeGreaterThan(0);
    const missed = wrong.filter(([rule, off]) => {
      const compiled = compileEdition(withRule(edition, rule, off), calendar);
      const runs = rules
        .filter((cases) => cases.rule === rule.id)
        .flatMap((cases) => runRuleCases(cases, new Map([[key, compiled]])));
      return runs.every((run) => run.differences.length === 0);
    });
    expect(missed.map(([rule]) => rule.id)).toEqual([]);
  });
});

describe("cases of findings", () => {
  test.each(findings.map((cases) => [cases.yaml.file, cases] as const))("%s", (_, cases) => {
    const runs = runFindingCases(cases, editions);
    expect(runs.length).toBeGreaterThanOrEqual(cases.cases.length);
    expect(runs.flatMap((run) => run.differences).map(problemLine)).toEqual([]);
  });
});
