// Knows how a written rule becomes a rule of the engine, or what is wrong with it.
import type { LimitCase, RecordSelector, Rule, SourceRef, Text } from "@rettvei/engine";
import type { Problem } from "../problem.ts";
import type {
  LimitInFile,
  RuleInFile,
  SelectorInFile,
  SourceInFile,
} from "../schema/edition-file.ts";
import type { Names } from "./common-definitions.ts";
import { type Placed, problemAt } from "./placed.ts";
import { NO_OUTCOME, type ReferenceCheck, referenceCheck } from "./references.ts";

export function toSourceRef(source: SourceInFile): SourceRef {
  return {
    ref: source.ref,
    ...(source.section !== undefined && { section: source.section }),
    evidence: source.evidence,
    ...(source["last-checked"] !== undefined && { lastChecked: source["last-checked"] }),
  };
}

function toOutcomes(ids: readonly string[]): readonly (string | null)[] {
  return ids.map((id) => (id === NO_OUTCOME ? null : id));
}

export function toSelector(selector: SelectorInFile): RecordSelector {
  const except = selector["except-outcomes"];
  return {
    event: selector.event,
    ...(selector.outcomes && { outcomes: toOutcomes(selector.outcomes) }),
    ...(except && { exceptOutcomes: except }),
  };
}

interface Context {
  readonly pathway: string;
  readonly names: Names;
  readonly ruleTitles: Readonly<Record<string, Text>>;
  readonly problems: Problem[];
}

function buildLimit(limit: LimitInFile, ruleSource: SourceRef): LimitCase {
  const source = limit.source ? toSourceRef(limit.source) : ruleSource;
  const atMost = limit["at-most"];
  const atLeast = limit["at-least"];
  return {
    ...(limit["care-level"] && { careLevel: limit["care-level"] }),
    ...(limit.severity && { severity: limit.severity }),
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
    source: atMost === undefined ? { ...source, evidence: "unknown" } : source,
  };
}

function limitDependsOn(limits: readonly LimitInFile[]): "nothing" | "care-level" | "severity" {
  if (limits.some((limit) => limit["care-level"] !== undefined)) return "care-level";
  return limits.some((limit) => limit.severity !== undefined) ? "severity" : "nothing";
}

function checkLimits(
  at: Placed<RuleInFile>,
  limits: readonly LimitInFile[],
  context: Context,
): void {
  const { problems } = context;
  const dependsOn = limitDependsOn(limits);
  const seen = new Set<string>();
  limits.forEach((limit, i) => {
    const wrong = (expected: string, key?: string): number =>
      problems.push(problemAt(at, ["limits", i, ...(key ? [key] : [])], expected));
    const known = limit["at-most"] !== undefined;
    if (known === (limit.unknown === true)) wrong("either at-most or unknown: true");
    if ((limit["at-least"] ?? 0) > (limit["at-most"] ?? 0))
      wrong("at-least no more than at-most", "at-least");
    const by = limit["care-level"] ? "care-level" : limit.severity ? "severity" : "nothing";
    if (by !== dependsOn || (limit["care-level"] && limit.severity)) {
      wrong(`every case to depend on ${dependsOn}, and on nothing else`);
    }
    const key = limit["care-level"] ?? limit.severity ?? "";
    if (seen.has(key)) wrong("each case once");
    seen.add(key);
  });
}

type With<K extends keyof RuleInFile> = RuleInFile & Required<Pick<RuleInFile, K>>;

function hasAll<K extends keyof RuleInFile>(rule: RuleInFile, keys: readonly K[]): rule is With<K> {
  return keys.every((key) => rule[key] !== undefined);
}

/** The rule if each part is there; else undefined, with a problem added for each that is missing. */
function required<K extends keyof RuleInFile>(
  at: Placed<RuleInFile>,
  keys: readonly K[],
  problems: Problem[],
): With<K> | undefined {
  if (hasAll(at.value, keys)) return at.value;
  for (const key of keys.filter((one) => at.value[one] === undefined)) {
    problems.push(problemAt(at, [], `the key "${key}", here or in the edition below`, "none"));
  }
  return undefined;
}

function checkReferences(rule: RuleInFile, check: ReferenceCheck): void {
  if (rule.to !== undefined) check.event(rule.to, ["to"]);
  if (rule.source) check.source(rule.source, ["source"]);
  if (rule.within) check.selector(rule.within.after, ["within", "after"]);
  rule.limits?.forEach((limit, i) => {
    if (limit.source) check.source(limit.source, ["limits", i, "source"]);
  });
  const { from } = rule;
  if (!from) return;
  const event = from.first ?? from.each;
  if (event === undefined) return;
  check.event(event, ["from", from.first === undefined ? "each" : "first"]);
  check.outcomes(event, from.outcomes, ["from", "outcomes"]);
  check.outcomes(event, from["except-outcomes"], ["from", "except-outcomes"]);
  check.outcomes(event, rule["begins-with"], ["begins-with"]);
}

function buildInterval(
  id: string,
  title: Text,
  at: Placed<RuleInFile>,
  context: Context,
): Rule | undefined {
  const parts = required(
    at,
    ["standing", "from", "to", "count", "limits", "source"],
    context.problems,
  );
  if (parts === undefined) return undefined;
  const { from } = parts;
  const event = from.first ?? from.each;
  if (event === undefined || (from.first !== undefined && from.each !== undefined)) {
    context.problems.push(problemAt(at, ["from"], "either first or each"));
    return undefined;
  }
  checkLimits(at, parts.limits, context);
  const { value: rule } = at;
  const source = toSourceRef(parts.source);
  const begins = rule["begins-with"];
  const notWhen = rule["not-when-granted-for"];
  const selector: SelectorInFile = {
    event,
    ...(from.outcomes && { outcomes: from.outcomes }),
    ...(from["except-outcomes"] && { "except-outcomes": from["except-outcomes"] }),
  };
  return {
    kind: "interval",
    id,
    standing: parts.standing,
    title,
    ...(rule.note && { note: rule.note }),
    source,
    take: from.first === undefined ? "each" : "first",
    from: toSelector(selector),
    ...(begins && { beginsWith: toOutcomes(begins) }),
    to: parts.to,
    count: parts.count,
    dependsOn: limitDependsOn(parts.limits),
    limits: parts.limits.map((limit) => buildLimit(limit, source)),
    ...(notWhen && { notWhenGrantedFor: notWhen }),
    ...(rule.within && {
      within: { days: rule.within.days, after: toSelector(rule.within.after) },
    }),
  };
}

function buildIndividualDeadline(
  id: string,
  title: Text,
  at: Placed<RuleInFile>,
  context: Context,
): Rule | undefined {
  const parts = required(at, ["standing", "to", "source"], context.problems);
  for (const key of ["from", "limits", "count", "within", "begins-with"] as const) {
    if (at.value[key] !== undefined) {
      context.problems.push(problemAt(at, [key], "no such key for an individual deadline"));
    }
  }
  if (parts === undefined) return undefined;
  return {
    kind: "individual-deadline",
    id,
    standing: parts.standing,
    title,
    ...(at.value.note && { note: at.value.note }),
    source: toSourceRef(parts.source),
    to: parts.to,
  };
}

/** The rule, or undefined with problems added. */
export function buildRule(id: string, at: Placed<RuleInFile>, context: Context): Rule | undefined {
  checkReferences(at.value, referenceCheck(at, context.names, context.problems));
  const [pathway, name = ""] = id.split(".");
  if (pathway !== context.pathway) {
    context.problems.push(problemAt(at, ["id"], `an id that begins with "${context.pathway}."`));
  }
  const title = at.value.title ?? context.ruleTitles[name];
  if (title === undefined) {
    context.problems.push(problemAt(at, ["id"], "a title, here or in the vocabulary's rules"));
    return undefined;
  }
  switch (required(at, ["kind"], context.problems)?.kind) {
    case "interval":
      return buildInterval(id, title, at, context);
    case "individual-deadline":
      return buildIndividualDeadline(id, title, at, context);
    case undefined:
      return undefined;
  }
}
