// Knows what differs between two editions, in the terms of the people who edit them.
import type { Edition, LimitCase, Rule } from "@rettvei/engine";
import { canonicalJson } from "../canonical-hash.ts";

export type DiffArea =
  | "edition"
  | "event"
  | "rule"
  | "condition"
  | "finding"
  | "phase"
  | "checklist";

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

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "–" : canonicalJson(value);
}

/** The parts of a thing that are compared one by one, each as a text. */
type Parts = Readonly<Record<string, string>>;

function partsOfRule(rule: Rule): Parts {
  const { id: _id, limits, ...rest } = rule.kind === "interval" ? rule : { ...rule, limits: [] };
  const parts = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, shown(value)]));
  return limits.length === 0 ? parts : { ...parts, limits: limits.map(limitText).join(", ") };
}

function partsOf(thing: object): Parts {
  return Object.fromEntries(
    Object.entries(thing)
      .filter(([key]) => key !== "id")
      .map(([key, value]) => [key, shown(value)]),
  );
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
      before: before[part] ?? "–",
      after: after[part] ?? "–",
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

/** All differences from one edition to another, area by area; empty if they say the same. */
export function diffEditions(before: Edition, after: Edition): readonly EditionChange[] {
  const header = ({ name, status, retiredFrom, note, startEvent, endEvents }: Edition): Parts =>
    partsOf({ name, status, retiredFrom, note, startEvent, endEvents });
  const byId = (item: { readonly id: string }): string => item.id;
  return [
    ...changedParts("edition", after.pathway, header(before), header(after)),
    ...diffItems("event", before.events, after.events, byId, partsOf),
    ...diffItems("rule", before.rules, after.rules, byId, partsOfRule),
    ...diffItems("condition", before.conditions, after.conditions, (one) => one.condition, partsOf),
    ...diffItems(
      "finding",
      [...before.findings, ...before.crossFindings],
      [...after.findings, ...after.crossFindings],
      byId,
      partsOf,
    ),
    ...diffItems("phase", before.phases, after.phases, byId, partsOf),
    ...diffItems("checklist", before.checklists, after.checklists, byId, partsOf),
  ];
}
