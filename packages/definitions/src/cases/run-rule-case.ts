// Knows how a case of a rule is judged under an edition, and where the answer differs from the case's.
import { type CompiledEdition, courseOf, isVoid, type Verdict, verdictsOf } from "@rettvei/engine";
import type { Problem } from "../problem.ts";
import { shownValue } from "../yaml/yaml-file.ts";
import {
  type ExpectedVerdict,
  editionKey,
  pathwayOfRule,
  type RuleCase,
  type RuleCases,
} from "./rule-case.ts";

/** One case under one edition. */
export interface RuleCaseRun {
  readonly edition: string;
  readonly case: RuleCase;
  /** The rule's verdicts, as the engine gives them. */
  readonly verdicts: readonly Verdict[];
  readonly differences: readonly Problem[];
}

/** What is held against what, by the name the case gives it. */
const COMPARED: readonly (readonly [string, keyof ExpectedVerdict, (of: Verdict) => unknown])[] = [
  ["verdict", "verdict", (of) => of.verdict],
  ["from", "from", (of) => of.from.occurredOn],
  ["to", "to", (of) => of.to?.occurredOn],
  ["days", "days", (of) => of.days],
  ["limit-days", "limitDays", (of) => of.limitDays],
  ["due-on", "dueOn", (of) => of.dueOn],
  ["over-by", "overBy", (of) => of.overBy],
  ["reason", "reason", (of) => of.reason],
  ["open", "open", (of) => of.open],
  ["postponed", "postponed", (of) => of.postponed],
];
const COMPARED_IF_WRITTEN: typeof COMPARED = [
  ["care-level", "careLevel", (of) => of.careLevel],
  ["unit", "unit", (of) => of.unitId],
];

/** The case's log; under another pathway's edition it is a course with the rule's pathway as its condition. */
function recordsUnder(one: RuleCase, condition: string | undefined): RuleCase["log"] {
  if (condition === undefined) return one.log;
  return one.log.map((record) => (isVoid(record) ? record : { ...record, condition }));
}

function differencesOf(
  { yaml, rule, standing }: RuleCases,
  one: RuleCase,
  verdicts: readonly Verdict[],
  under: string,
): readonly Problem[] {
  const { expect, path } = one;
  const differs = (at: string, expected: unknown, found: unknown, i?: number): Problem =>
    yaml.problemAt(
      i === undefined ? [...path, at] : [...path, "expect", i, at],
      `${shownValue(expected)} (case "${one.name}" of ${rule} under ${under})`,
      shownValue(found),
    );
  if (expect.length !== verdicts.length) {
    return [differs("expect", expect.length, verdicts.length)];
  }
  return verdicts.flatMap((verdict, i): readonly Problem[] => {
    const expected = expect[i];
    if (expected === undefined) return [];
    const compared = [
      ...COMPARED,
      ...COMPARED_IF_WRITTEN.filter(([, key]) => expected[key] !== undefined),
    ];
    const wrong = compared.filter(([, key, found]) => expected[key] !== found(verdict));
    const problems = wrong.map(([at, key, found]) => differs(at, expected[key], found(verdict), i));
    if (verdict.rule.standing === standing) return problems;
    return [...problems, yaml.problemAt(["standing"], standing, verdict.rule.standing)];
  });
}

/** Judges one case under one edition, or as a course of another pathway with a condition. */
function runRuleCase(
  cases: RuleCases,
  one: RuleCase,
  edition: CompiledEdition,
  condition?: string,
): RuleCaseRun {
  const { pathway, edition: date } = edition.edition;
  const under = editionKey(pathway, date);
  const records = recordsUnder(one, condition);
  const log = { courseId: "course", patientId: "patient", pathway, records };
  const judged = courseOf(log, edition, one.asOf);
  const verdicts = (judged ? verdictsOf(judged) : []).filter(({ rule }) => rule.id === cases.rule);
  const differences = differencesOf(cases, one, verdicts, under);
  return { edition: under, case: one, verdicts, differences };
}

/** The editions of a bundle, compiled, by "pathway/date". */
export type EditionsByKey = ReadonlyMap<string, CompiledEdition>;

/** Judges every case of a file under each of its editions. Editions that do not exist are passed over. */
export function runRuleCases(cases: RuleCases, editions: EditionsByKey): readonly RuleCaseRun[] {
  const pathway = pathwayOfRule(cases.rule);
  const under = [
    ...cases.editions.map((date) => [editionKey(pathway, date), undefined] as const),
    ...cases.asConditionIn.map((key) => [key, pathway] as const),
  ];
  return under.flatMap(([key, as]) => {
    const edition = editions.get(key);
    return edition ? cases.cases.map((one) => runRuleCase(cases, one, edition, as)) : [];
  });
}
