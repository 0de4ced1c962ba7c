// Knows everything that can be wrong with the cases of a bundle: how they are written, what they
// name, what the engine answers, and what no case shows.
import type { CompiledEdition, Library } from "@rettvei/engine";
import { type Bundle, libraryOf } from "../bundle.ts";
import type { Problem } from "../problem.ts";
import type { DefinitionFiles } from "../resolve/load-common.ts";
import {
  type CaseNames,
  caseNamesOf,
  checkFindingReferences,
  checkRuleReferences,
} from "./check-case-references.ts";
import { checkCoverage, type JudgedCases } from "./check-coverage.ts";
import { checkFindingCoverage, type JudgedFindingCases } from "./check-finding-coverage.ts";
import { loadCases } from "./load-cases.ts";
import { editionKey, type FindingCases, type RuleCases } from "./rule-case.ts";
import { runFindingCases } from "./run-finding-case.ts";
import { type EditionsByKey, runRuleCases } from "./run-rule-case.ts";
import { lacking } from "./situation-sign.ts";

/** All editions of a bundle, drafts included, ready for judging. */
export function editionsByKey(bundle: Bundle): EditionsByKey {
  const library: Library = libraryOf(bundle);
  const all = [...library.pathways.values()].flatMap(({ inForce, drafts }) => [
    ...inForce,
    ...drafts,
  ]);
  const keyOf = ({ edition }: CompiledEdition): string =>
    editionKey(edition.pathway, edition.edition);
  return new Map(all.map((compiled) => [keyOf(compiled), compiled]));
}

function checkSituations({ yaml, cases }: RuleCases): readonly Problem[] {
  return cases.flatMap((one) => {
    const needs = lacking(one);
    const at = [...one.path, "shows"];
    return needs === undefined
      ? []
      : [yaml.problemAt(at, `${needs}, which "${one.shows}" shows`, "none in the case")];
  });
}

function isAboutOutcomes(bundle: Bundle, finding: string): boolean {
  return bundle.editions.some(({ findings }) =>
    findings.some(({ id, kind }) => id === finding && kind === "outcome-unknown"),
  );
}

interface Checked {
  readonly rules: readonly JudgedCases[];
  readonly findings: readonly JudgedFindingCases[];
  readonly problems: readonly Problem[];
}

/** Judges the files that name only what there is; the others are told as problems. */
function judgeAll(
  bundle: Bundle,
  rules: readonly RuleCases[],
  findings: readonly FindingCases[],
): Checked {
  const names: CaseNames = caseNamesOf(bundle);
  const editions = editionsByKey(bundle);
  const problems: Problem[] = [];
  const ruleFiles = rules.map((file): JudgedCases => {
    const dangling = checkRuleReferences(file, names);
    const runs = runRuleCases(file, editions);
    const differences = dangling.length > 0 ? [] : runs.flatMap((run) => run.differences);
    problems.push(...dangling, ...checkSituations(file), ...differences);
    return { file, runs };
  });
  const findingFiles = findings.map((file): JudgedFindingCases => {
    const dangling = checkFindingReferences(file, names, isAboutOutcomes(bundle, file.finding));
    const runs = runFindingCases(file, editions);
    const differences = dangling.length > 0 ? [] : runs.flatMap((run) => run.differences);
    problems.push(...dangling, ...differences);
    return { file, runs };
  });
  return { rules: ruleFiles, findings: findingFiles, problems };
}

/**
 * Everything wrong with the cases among the definition files, held against the bundle made of them.
 * What no case shows is told only once all files could be read, for an unread file shows nothing.
 */
export function checkCases(bundle: Bundle, files: DefinitionFiles): readonly Problem[] {
  const loaded = loadCases(files);
  const checked = judgeAll(bundle, loaded.rules, loaded.findings);
  const problems = [...loaded.problems, ...checked.problems];
  if (loaded.problems.length > 0) return problems;
  return [
    ...problems,
    ...checkCoverage(bundle, checked.rules),
    ...checkFindingCoverage(bundle, checked.findings),
  ];
}
