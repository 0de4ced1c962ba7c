// Knows where the closing of a course stands: its checklist by the edition, what is missing, and how it was closed.
import type { CalendarDate, ChecklistItem, CompiledEdition } from "@rettvei/engine";
import type { Static } from "typebox";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, isOfKind, lastOfKind } from "../../facts/fact.ts";
import type { Recipient } from "../../outbox/message-facts.ts";
import {
  type CheckSchema,
  CLOSING,
  CLOSING_CHECKED,
  type ClosingState,
  COURSE_CLOSED,
  COURSE_REOPENED,
} from "./closing.ts";
import { type MetRequirement, requirementsOf } from "./requirements.ts";

type Check = Static<typeof CheckSchema>;
type ClosedBody = Static<typeof COURSE_CLOSED.body>;

interface CheckedItem extends ChecklistItem {
  readonly is: Check["is"] | null;
  readonly note: string | null;
}

export interface CourseClosing {
  readonly state: ClosingState;
  readonly plannedOn: CalendarDate | null;
  readonly items: readonly CheckedItem[];
  readonly requirements: readonly MetRequirement[];
  /** How it was closed; null where it is not. */
  readonly closed: (ClosedBody & { readonly on: CalendarDate }) | null;
  readonly reopened: readonly { readonly on: CalendarDate; readonly reason: string }[];
  /** Number of the last fact of it; 0 if there is none. */
  readonly version: number;
}

/** Items of the edition's lists for the last phase that still waits for the end. */
export function closingItems(
  { edition }: CompiledEdition,
  endEvent: string,
): readonly ChecklistItem[] {
  const phase = edition.phases.findLast(({ expects }) => expects.includes(endEvent));
  return edition.checklists
    .filter((list) => list.phase === phase?.id)
    .flatMap(({ items }) => items);
}

function lastChecks(facts: readonly Fact[]): ReadonlyMap<string, Check> {
  const checks = facts.flatMap((fact) => (isOfKind(fact, CLOSING_CHECKED) ? fact.body.checks : []));
  return new Map(checks.map((check) => [check.item, check]));
}

function closedBy(facts: readonly Fact[]): CourseClosing["closed"] {
  const closed = lastOfKind(facts, COURSE_CLOSED);
  if (closed === undefined || CLOSING.standing(facts).state !== "closed") return null;
  return { ...closed.body, on: closed.happenedOn };
}

export interface ClosingOf {
  readonly facts: readonly Fact[];
  readonly items: readonly ChecklistItem[];
  readonly outside: readonly Recipient[];
}

/** By all facts of the course in order. */
export function courseClosing({ facts, items, outside }: ClosingOf): CourseClosing {
  const [own = []] = byMatter(facts, CLOSING);
  const checks = lastChecks(own);
  const { state, dueOn } = CLOSING.standing(own);
  return {
    state: state as ClosingState,
    plannedOn: dueOn,
    items: items.map((item) => {
      const check = checks.get(item.id);
      return { ...item, is: check?.is ?? null, note: check?.note ?? null };
    }),
    requirements: requirementsOf(facts, outside),
    closed: closedBy(own),
    reopened: own.flatMap((fact) =>
      isOfKind(fact, COURSE_REOPENED) ? [{ on: fact.happenedOn, reason: fact.body.reason }] : [],
    ),
    version: own.at(-1)?.seq ?? 0,
  };
}
