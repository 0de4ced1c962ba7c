// Knows what the cases of a bundle must show, and tells what is not shown yet.
import type { Edition, IntervalRule, LimitCase, Rule, Verdict } from "@rettvei/engine";
import { daysBetween } from "@rettvei/engine";
import type { Bundle } from "../bundle.ts";
import type { Problem } from "../problem.ts";
import type { YamlFile } from "../yaml/yaml-file.ts";
import { editionKey, pathwayOfRule, type RuleCases } from "./rule-case.ts";
import type { RuleCaseRun } from "./run-rule-case.ts";
import { SHOWN_WITH_LIMIT, SHOWN_WITHOUT_LIMIT, type Situation } from "./situation.ts";

/** A file of cases with what came of judging them. */
export interface JudgedCases {
  readonly file: RuleCases;
  readonly runs: readonly RuleCaseRun[];
}

/** A rule as an edition has it, or as a condition lays it over the edition. */
interface Proved {
  readonly rule: Rule;
  readonly edition: string;
}

function rulesOf(edition: Edition): readonly Proved[] {
  const key = editionKey(edition.pathway, edition.edition);
  const laidOver = edition.conditions.flatMap(({ rules }) => rules);
  return [...edition.rules, ...laidOver].map((rule) => ({ rule, edition: key }));
}

function isKnown(limit: LimitCase): boolean {
  return limit.atMost !== undefined;
}

function situationsOf(rule: Rule): readonly Situation[] {
  if (rule.kind === "individual-deadline") return SHOWN_WITH_LIMIT;
  const shown = rule.limits.some(isKnown) ? SHOWN_WITH_LIMIT : SHOWN_WITHOUT_LIMIT;
  switch (rule.dependsOn) {
    case "care-level":
      return [...shown, "care-level-unknown"];
    case "severity":
      return [...shown, "severity-unknown"];
    case "nothing":
      return shown;
  }
}

/** Sides of a limit, each proved by a verdict. */
const SIDES: readonly (readonly [string, (verdict: Verdict) => boolean])[] = [
  ["on the limit", (of) => of.verdict === "met" && of.to?.occurredOn === of.dueOn],
  ["one past", (of) => of.verdict === "not-met" && of.to !== undefined && of.overBy === 1],
];
const LOWER_SIDES: typeof SIDES = [
  [
    "on the lower limit",
    ({ verdict, days, limit }) => verdict === "met" && days === limit?.atLeast,
  ],
  [
    "one day too early",
    ({ reason, from, to, limit }) =>
      reason === "too-early" &&
      to !== undefined &&
      daysBetween(from.occurredOn, to.occurredOn) + 1 === limit?.atLeast,
  ],
];
const UNKNOWN: typeof SIDES = [["undetermined", (of) => of.verdict === "undetermined"]];

function sidesOf(limit: LimitCase): typeof SIDES {
  if (!isKnown(limit)) return UNKNOWN;
  return limit.atLeast === undefined ? SIDES : [...SIDES, ...LOWER_SIDES];
}

function limitName({ careLevel, severity, atMost }: LimitCase): string {
  return `the limit ${atMost ?? "unknown"} of ${careLevel ?? severity ?? "every case"}`;
}

function sameCase(a: LimitCase | undefined, b: LimitCase): boolean {
  return a !== undefined && a.careLevel === b.careLevel && a.severity === b.severity;
}

function limitsNotShown({ limits }: IntervalRule, runs: readonly RuleCaseRun[]): readonly string[] {
  const verdicts = runs.flatMap((run) => run.verdicts);
  return limits.flatMap((limit) => {
    const chosen = verdicts.filter((verdict) => sameCase(verdict.limit, limit));
    return sidesOf(limit).flatMap(([side, isSide]) =>
      chosen.some(isSide) ? [] : [`a case of ${limitName(limit)}, ${side}`],
    );
  });
}

function notShown(rule: Rule, runs: readonly RuleCaseRun[]): readonly string[] {
  const shown = new Set(runs.map((run) => run.case.shows));
  const situations = situationsOf(rule).filter((situation) => !shown.has(situation));
  const limits = rule.kind === "interval" ? limitsNotShown(rule, runs) : [];
  return [...situations.map((situation) => `a case that shows ${situation}`), ...limits];
}

/** Where cases of a rule are looked for first. */
function caseFileOf(rule: string): string {
  const pathway = pathwayOfRule(rule);
  return `${pathway}/cases/${rule.slice(pathway.length + 1)}.yaml`;
}

function missingAt(yaml: YamlFile | undefined, rule: string, expected: string): Problem {
  if (yaml !== undefined) return yaml.problemAt(["cases"], expected, "none");
  return { file: caseFileOf(rule), line: 1, column: 1, at: "", expected, found: "none" };
}

/**
 * What the cases do not show: a rule of an edition without any case, without one of its situations,
 * or with a case of its limit that is never proved on both sides.
 */
export function checkCoverage(
  { editions }: Bundle,
  judged: readonly JudgedCases[],
): readonly Problem[] {
  return editions.flatMap(rulesOf).flatMap(({ rule, edition }) => {
    const files = judged.filter(({ file }) => file.rule === rule.id);
    const runs = files.flatMap((one) => one.runs.filter((run) => run.edition === edition));
    const under = `of ${rule.id} under ${edition}`;
    const [file] = files;
    if (runs.length === 0) return [missingAt(file?.file.yaml, rule.id, `cases ${under}`)];
    return notShown(rule, runs).map((what) =>
      missingAt(file?.file.yaml, rule.id, `${what}, ${under}`),
    );
  });
}
