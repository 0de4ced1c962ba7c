// Knows how an edition is laid over the one it is based on: item by item, key by key.
import type {
  ChecklistInFile,
  ConditionInFile,
  EditionFile,
  EventInFile,
  FindingChange,
  PhaseInFile,
  RuleInFile,
  SourceInFile,
} from "../schema/edition-file.ts";
import type { YamlFile } from "../yaml/yaml-file.ts";
import { type Placed, placed } from "./placed.ts";

type Items<T> = ReadonlyMap<string, Placed<T>>;

/** An edition with everything it inherits, still as written; `header` is the edition's own file. */
export interface MergedEdition {
  readonly header: Placed<EditionFile>;
  readonly startsWith: string | undefined;
  readonly endsWith: readonly string[] | undefined;
  readonly postponedBy: string | undefined;
  readonly events: Items<EventInFile>;
  readonly phases: Items<PhaseInFile>;
  readonly rules: Items<RuleInFile>;
  readonly checklists: Items<ChecklistInFile>;
  readonly conditions: Items<ConditionInFile>;
  readonly findings: Items<FindingChange>;
}

function overlay<T extends object>(base: Items<T>, own: Items<T>): Items<T> {
  const merged = new Map(base);
  for (const [id, item] of own) {
    const before = merged.get(id);
    merged.set(id, before ? { ...item, value: { ...before.value, ...item.value } } : item);
  }
  return merged;
}

function without<T>(items: Items<T>, ids: readonly string[] | undefined): Items<T> {
  return new Map([...items].filter(([id]) => !ids?.includes(id)));
}

function listed<T extends { readonly id: string }>(
  yaml: YamlFile,
  key: string,
  items: readonly T[] | undefined,
  idOf: (item: T) => string = (item) => item.id,
): Items<T> {
  return new Map((items ?? []).map((item, i) => [idOf(item), placed(item, yaml, [key, i])]));
}

function keyed<T>(
  yaml: YamlFile,
  key: string,
  items: Readonly<Record<string, T>> | undefined,
): Items<T> {
  return new Map(
    Object.entries(items ?? {}).map(([id, item]) => [id, placed(item, yaml, [key, id])]),
  );
}

type Evidence = SourceInFile["evidence"];

/** What was verified for an earlier edition is only a guess for one whose text was not read. */
function asInferred(source: SourceInFile): SourceInFile {
  const weaker: Evidence =
    source.evidence === "verified" || source.evidence === "secondary"
      ? "inferred"
      : source.evidence;
  return { ...source, evidence: weaker };
}

function inferredChecklist(checklist: ChecklistInFile): ChecklistInFile {
  if (checklist.items === undefined) return checklist;
  const items = checklist.items.map((item) => ({ ...item, source: asInferred(item.source) }));
  return { ...checklist, items };
}

function withoutPatientText<T extends { readonly "patient-text"?: unknown }>(
  items: Items<T>,
): Items<T> {
  return new Map(
    [...items].map(([id, item]) => {
      const { "patient-text": _dropped, ...rest } = item.value;
      return [id, { ...item, value: rest as T }];
    }),
  );
}

type InheritedContent = NonNullable<EditionFile["inherited-content"]>;

/** The edition below, with its texts and checklists kept, marked as inferred, or left out. */
function inherited(base: MergedEdition, content: InheritedContent): MergedEdition {
  switch (content) {
    case "kept":
      return base;
    case "inferred": {
      const checklists = new Map(
        [...base.checklists].map(([id, item]) => [
          id,
          { ...item, value: inferredChecklist(item.value) },
        ]),
      );
      return { ...base, checklists };
    }
    case "not-published":
      return {
        ...base,
        checklists: new Map(),
        phases: withoutPatientText(base.phases),
        events: withoutPatientText(base.events),
      };
  }
}

const NOTHING: Omit<MergedEdition, "header"> = {
  startsWith: undefined,
  endsWith: undefined,
  postponedBy: undefined,
  events: new Map(),
  phases: new Map(),
  rules: new Map(),
  checklists: new Map(),
  conditions: new Map(),
  findings: new Map(),
};

/** Lays an edition's own file over its base, if it has one. Rule ids written for any pathway get its name. */
export function mergeEdition(
  file: EditionFile,
  yaml: YamlFile,
  base: MergedEdition | undefined,
): MergedEdition {
  const below = base ? inherited(base, file["inherited-content"] ?? "kept") : NOTHING;
  const ownRuleId = (id: string): string => id.replace("{pathway}", file.pathway);
  const rulesBelow = new Map(
    [...below.rules].map(([id, rule]) => [file.status === "shared" ? id : ownRuleId(id), rule]),
  );
  const ownRules = listed(yaml, "rules", file.rules, (rule) =>
    file.status === "shared" ? rule.id : ownRuleId(rule.id),
  );
  const drop = file.without;
  return {
    header: placed(file, yaml, []),
    startsWith: file["starts-with"] ?? below.startsWith,
    endsWith: file["ends-with"] ?? below.endsWith,
    postponedBy: file["postponed-by"] ?? below.postponedBy,
    events: overlay(below.events, keyed(yaml, "events", file.events)),
    phases: overlay(without(below.phases, drop?.phases), listed(yaml, "phases", file.phases)),
    rules: overlay(without(rulesBelow, drop?.rules), ownRules),
    checklists: overlay(
      without(below.checklists, drop?.checklists),
      listed(yaml, "checklists", file.checklists),
    ),
    conditions: overlay(below.conditions, keyed(yaml, "conditions", file.conditions)),
    findings: overlay(below.findings, keyed(yaml, "findings", file.findings)),
  };
}
