// Knows what the facts of a course say of its follow-up plan.
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, isOfKind, lastOfKind } from "../../facts/fact.ts";
import type { MeasureSchema } from "../plan/plan.ts";
import {
  FOLLOW_UP,
  FOLLOW_UP_CHANGED,
  FOLLOW_UP_MADE,
  FOLLOW_UP_MEASURE,
  FOLLOW_UP_RECEIVED,
  type FollowUpState,
} from "./follow-up.ts";

type Content = Static<typeof FOLLOW_UP_MADE.body>["content"];
type Measure = Static<typeof MeasureSchema>;

export interface FollowUpPlan extends Content {
  readonly followUpId: string;
  readonly courseId: string | null;
  readonly municipalUnitId: string;
  readonly state: FollowUpState;
  /** Number of its versions, of which the last is shown. */
  readonly versions: number;
  readonly madeOn: CalendarDate;
  readonly confirmBy: CalendarDate | null;
  /** Of the last version; null until the municipality has confirmed that. */
  readonly received: { readonly by: string; readonly on: CalendarDate } | null;
  readonly municipalMeasures: readonly (Measure & { readonly addedOn: CalendarDate })[];
  readonly version: number;
}

/** The plan by its own facts in order. */
export function followUpOf(facts: readonly Fact[]): FollowUpPlan {
  const made = lastOfKind(facts, FOLLOW_UP_MADE);
  const last = facts.at(-1);
  if (made === undefined || last === undefined) throw new Error("bug: a plan that was never made");
  const changes = facts.filter((fact) => isOfKind(fact, FOLLOW_UP_CHANGED));
  const { state, dueOn } = FOLLOW_UP.standing(facts);
  const received = state === "received" ? lastOfKind(facts, FOLLOW_UP_RECEIVED) : undefined;
  const content = lastOfKind(facts, FOLLOW_UP_CHANGED)?.body.content ?? made.body.content;
  return {
    ...content,
    followUpId: made.matterId,
    courseId: made.courseId,
    municipalUnitId: made.body.municipalUnitId,
    state: state as FollowUpState,
    versions: changes.length + 1,
    madeOn: made.happenedOn,
    confirmBy: dueOn,
    received:
      received === undefined ? null : { by: received.body.receivedBy, on: received.happenedOn },
    municipalMeasures: facts.flatMap((fact) =>
      isOfKind(fact, FOLLOW_UP_MEASURE) ? [{ ...fact.body, addedOn: fact.happenedOn }] : [],
    ),
    version: last.seq,
  };
}

/** The course's follow-up plan by its facts in order; undefined if there is none. */
export function courseFollowUp(facts: readonly Fact[]): FollowUpPlan | undefined {
  const [matter] = byMatter(facts, FOLLOW_UP);
  return matter === undefined ? undefined : followUpOf(matter);
}
