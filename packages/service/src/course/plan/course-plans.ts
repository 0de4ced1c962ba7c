// Knows what the facts of a course say of its plans: each with all its versions and what the patient added.
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, isOfKind } from "../../facts/fact.ts";
import {
  PLAN,
  PLAN_CHANGED,
  PLAN_MADE,
  PLAN_WORDS,
  PLAN_WORDS_ANSWERED,
  type PlanKind,
  type PlanState,
} from "./plan.ts";

type Content = Static<typeof PLAN_MADE.body>["content"];

export interface PlanVersion extends Content {
  /** From 1. */
  readonly number: number;
  readonly on: CalendarDate;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly largerChange: boolean;
  /** Null in the first. */
  readonly whatChanged: string | null;
}

/** What the patient added, or the answer to it. */
export interface PlanWords {
  readonly from: "patient" | "staff";
  readonly words: string;
  readonly isGoal: boolean;
  readonly on: CalendarDate;
}

export interface Plan {
  readonly planId: string;
  readonly courseId: string | null;
  readonly kind: PlanKind;
  readonly state: PlanState;
  /** The last is in use. */
  readonly versions: readonly PlanVersion[];
  readonly words: readonly PlanWords[];
  readonly answerBy: CalendarDate | null;
  readonly version: number;
}

function versionsOf(facts: readonly Fact[]): readonly PlanVersion[] {
  const versions: PlanVersion[] = [];
  for (const fact of facts) {
    const { happenedOn: on, recordedAt, recordedBy } = fact;
    const written = { number: versions.length + 1, on, recordedAt, recordedBy };
    if (isOfKind(fact, PLAN_MADE)) {
      versions.push({ ...written, ...fact.body.content, largerChange: false, whatChanged: null });
    } else if (isOfKind(fact, PLAN_CHANGED)) {
      const { content, largerChange, whatChanged } = fact.body;
      versions.push({ ...written, ...content, largerChange, whatChanged });
    }
  }
  return versions;
}

function wordsOf(facts: readonly Fact[]): readonly PlanWords[] {
  return facts.flatMap((fact): readonly PlanWords[] => {
    const { happenedOn: on } = fact;
    if (isOfKind(fact, PLAN_WORDS))
      return [{ from: "patient", on, words: fact.body.words, isGoal: fact.body.isGoal }];
    if (isOfKind(fact, PLAN_WORDS_ANSWERED))
      return [{ from: "staff", on, words: fact.body.words, isGoal: false }];
    return [];
  });
}

/** One plan by its own facts in order. */
export function planOf(facts: readonly [Fact, ...Fact[]]): Plan {
  const [first] = facts;
  if (!isOfKind(first, PLAN_MADE)) throw new Error("bug: a plan that was never made");
  const { state, dueOn } = PLAN.standing(facts);
  return {
    planId: first.matterId,
    courseId: first.courseId,
    kind: first.body.kind,
    state: state as PlanState,
    versions: versionsOf(facts),
    words: wordsOf(facts),
    answerBy: dueOn,
    version: facts.at(-1)?.seq ?? first.seq,
  };
}

/** All plans of a course by its facts in order; those of other matters are passed over. */
export function coursePlans(facts: readonly Fact[]): readonly Plan[] {
  return byMatter(facts, PLAN).map(planOf);
}
