// Proves every rule and every finding of the product by its cases: one test for each file of cases.
import { describe, expect, test } from "vitest";
import {
  loadDefinitionFolder,
  PATHWAYS_FOLDER,
  readDefinitionFolder,
} from "../definition-folder.ts";
import { problemLine } from "../problem.ts";
import { checkCases, editionsByKey } from "./check-cases.ts";
import { loadCases } from "./load-cases.ts";
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

describe("cases of findings", () => {
  test.each(findings.map((cases) => [cases.yaml.file, cases] as const))("%s", (_, cases) => {
    const runs = runFindingCases(cases, editions);
    expect(runs.length).toBeGreaterThanOrEqual(cases.cases.length);
    expect(runs.flatMap((run) => run.differences).map(problemLine)).toEqual([]);
  });
});
