// Knows what differs between two editions, in the terms of the people who edit them.
import type { ChecklistItem, Edition, LimitCase, Rule } from "@rettvei/engine";

const NONE = "–";

/** Keys that are no part of their own: what a thing is found by, and what is compared item by item. */
const APART: readonly string[] = ["id", "condition", "items", "rules"];

export type DiffArea =
  | "edition"
  | "event"
  | "rule"
  | "condition"
  | "finding"
  | "phase"
  | "checklist"
  | "checklist item";

export interface EditionChange {
  readonly area: DiffArea;
  /** Id of what changed. */
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** Which part changed; absent where the whole came or went. */
  readonly part?: string;
  readonly before?: string;
  readonly after?: string;
}

function limitText({ careLevel, severity, atLeast, atMost }: LimitCase): string {
  const which = careLevel ?? severity;
  const least = atLeast === undefined ? "" : `${atLeast}–`;
  return `${which ? `${which} ` : ""}${least}${atMost ?? "unknown"}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value in the words of the editions: texts in bokmål, sources as key and evidence, lists with commas. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return NONE;
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (!isObject(value)) return String(value);
  if (typeof value.nb === "string") return value.nb;
  if (typeof value.ref === "string") {
    const section = typeof value.section === "string" ? `, ${value.section}` : "";
    return `${value.ref}${section} (${String(value.evidence)})`;
  }
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${shown(inner)}`)
    .join("; ");
}

/** The parts of a thing that are compared one by one, each as a text. */
type Parts = Readonly<Record<string, string>>;

function partsOfRule(rule: Rule): Parts {
  const parts = partsOf(rule);
  return rule.kind === "interval"
    ? { ...parts, limits: rule.limits.map(limitText).join(", ") }
    : parts;
}

/** A text of a patient is compared field by field: it is what a hearing reads. */
function partsOf(thing: object): Parts {
  const entries = Object.entries(thing).flatMap(([key, value]) =>
    key === "patientText" && isObject(value)
      ? Object.entries(value).map(([field, text]) => [`patientText.${field}`, text] as const)
      : [[key, value] as const],
  );
  const compared = entries.filter(([key, value]) => !APART.includes(key) && value !== undefined);
  return Object.fromEntries(compared.map(([key, value]) => [key, shown(value)]));
}

function changedParts(area: DiffArea, id: string, before: Parts, after: Parts): EditionChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => before[key] !== after[key])
    .map((part) => ({
      area,
      id,
      change: "changed",
      part,
      before: before[part] ?? NONE,
      after: after[part] ?? NONE,
    }));
}

function diffItems<T extends object>(
  area: DiffArea,
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
  parts: (item: T) => Parts,
): readonly EditionChange[] {
  const old = new Map(before.map((item) => [idOf(item), item]));
  const now = new Map(after.map((item) => [idOf(item), item]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): readonly EditionChange[] => {
    const was = old.get(id);
    const is = now.get(id);
    if (was === undefined) return [{ area, id, change: "added" }];
    if (is === undefined) return [{ area, id, change: "removed" }];
    return changedParts(area, id, parts(was), parts(is));
  });
}

interface PlacedItem extends ChecklistItem {
  readonly list: string;
}

function itemsOf(edition: Edition): readonly PlacedItem[] {
  return edition.checklists.flatMap(({ id, items }) =>
    items.map((item) => ({ ...item, list: id })),
  );
}

function conditionRules(edition: Edition): readonly Rule[] {
  return edition.conditions.flatMap(({ rules }) => rules);
}

/** All differences from one edition to another, area by area; empty if they say the same. */
export function diffEditions(before: Edition, after: Edition): readonly EditionChange[] {
  const header = ({ name, status, source, retiredFrom, note, ...edition }: Edition): Parts => {
    const { startEvent, endEvents, postponedEvent } = edition;
    return partsOf({
      name,
      status,
      source,
      retiredFrom,
      note,
      startEvent,
      endEvents,
      postponedEvent,
    });
  };
  const byId = (item: { readonly id: string }): string => item.id;
  return [
    ...changedParts("edition", after.pathway, header(before), header(after)),
    ...diffItems("event", before.events, after.events, byId, partsOf),
    ...diffItems("rule", before.rules, after.rules, byId, partsOfRule),
    ...diffItems("condition", before.conditions, after.conditions, (one) => one.condition, partsOf),
    ...diffItems("rule", conditionRules(before), conditionRules(after), byId, partsOfRule),
    ...diffItems(
      "finding",
      [...before.findings, ...before.crossFindings],
      [...after.findings, ...after.crossFindings],
      byId,
      partsOf,
    ),
    ...diffItems("phase", before.phases, after.phases, byId, partsOf),
    ...diffItems("checklist", before.checklists, after.checklists, byId, partsOf),
    ...diffItems("checklist item", itemsOf(before), itemsOf(after), byId, partsOf),
  ];
}
