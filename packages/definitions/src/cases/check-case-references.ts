// Knows when a case names a rule, an edition, an event or an outcome that the bundle does not have.
import { isVoid, type LogRecord } from "@rettvei/engine";
import type { Bundle } from "../bundle.ts";
import type { Problem } from "../problem.ts";
import type { YamlFile, YamlPath } from "../yaml/yaml-file.ts";
import { editionKey, type FindingCases, pathwayOfRule, type RuleCases } from "./rule-case.ts";

/** Ids that cases may name. */
export interface CaseNames {
  /** Rule ids by edition "pathway/date". */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of the rules that a condition lays over an edition, by edition. */
  readonly conditionRules: ReadonlyMap<string, ReadonlySet<string>>;
  readonly findings: ReadonlySet<string>;
  /** Outcome ids by event id. */
  readonly events: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pathways: ReadonlySet<string>;
}

export function caseNamesOf({ editions }: Bundle): CaseNames {
  const idsOf = (rules: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(rules.map((rule) => rule.id));
  const keyed = editions.map((one) => [editionKey(one.pathway, one.edition), one] as const);
  return {
    rules: new Map(keyed.map(([key, one]) => [key, idsOf(one.rules)])),
    conditionRules: new Map(
      keyed.map(([key, one]) => [key, idsOf(one.conditions.flatMap(({ rules }) => rules))]),
    ),
    findings: new Set(
      editions.flatMap((one) => [...one.findings, ...one.crossFindings].map(({ id }) => id)),
    ),
    events: new Map(
      editions.flatMap((one) =>
        one.events.map((event) => [event.id, new Set(event.outcomes.map(({ id }) => id))] as const),
      ),
    ),
    pathways: new Set(editions.map((one) => one.pathway)),
  };
}

function checkLog(
  log: readonly LogRecord[],
  path: YamlPath,
  yaml: YamlFile,
  { events, pathways }: CaseNames,
  anyOutcome: boolean,
): readonly Problem[] {
  return log.flatMap((record, i): readonly Problem[] => {
    if (isVoid(record)) return [];
    const wrong = (expected: string, found: string): readonly Problem[] => [
      yaml.problemAt([...path, i], expected, `"${found}"`),
    ];
    const outcomes = events.get(record.event);
    const { outcome, condition } = record;
    if (outcomes === undefined) return wrong("an event of the vocabulary", record.event);
    const outcomeFits = outcome === undefined || anyOutcome || outcomes.has(outcome);
    if (!outcomeFits) return wrong(`an outcome of ${record.event}`, outcome);
    if (condition !== undefined && !pathways.has(condition)) return wrong("a pathway", condition);
    return [];
  });
}

export function checkRuleReferences(cases: RuleCases, names: CaseNames): readonly Problem[] {
  const { yaml, rule, editions, asConditionIn } = cases;
  const pathway = pathwayOfRule(rule);
  const known = [...names.rules.values()].some((ids) => ids.has(rule));
  if (!known) return [yaml.problemAt(["rule"], "a rule of an edition")];
  const dangling = [
    ...editions.flatMap((date, i) =>
      names.rules.get(editionKey(pathway, date))?.has(rule)
        ? []
        : [yaml.problemAt(["editions", i], `an edition of ${pathway} that has the rule ${rule}`)],
    ),
    ...asConditionIn.flatMap((key, i) =>
      names.conditionRules.get(key)?.has(rule)
        ? []
        : [yaml.problemAt(["as-condition-in", i], `an edition in which a condition keeps ${rule}`)],
    ),
  ];
  const logs = cases.cases.flatMap(({ log, path }) =>
    checkLog(log, [...path, "log"], yaml, names, false),
  );
  return [...dangling, ...logs];
}

/** A finding about outcomes may name outcomes that do not exist; every other must not. */
export function checkFindingReferences(
  cases: FindingCases,
  names: CaseNames,
  isAboutOutcomes: boolean,
): readonly Problem[] {
  const { yaml, finding } = cases;
  if (!names.findings.has(finding)) return [yaml.problemAt(["finding"], "a finding")];
  return cases.cases.flatMap((one) => {
    const several = one.courses.length > 1;
    return one.courses.flatMap(({ log, editions }, i) => {
      const keys = editions === "all" ? [] : editions;
      const at = several ? [...one.path, "courses", i] : one.path;
      const dangling = keys.flatMap((key, j) =>
        names.rules.has(key)
          ? []
          : [yaml.problemAt(several ? [...at, "edition"] : [...at, "editions", j], "an edition")],
      );
      return [...dangling, ...checkLog(log, [...at, "log"], yaml, names, isAboutOutcomes)];
    });
  });
}
