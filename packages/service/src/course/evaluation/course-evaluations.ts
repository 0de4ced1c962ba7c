// Knows what the facts of a course say of its evaluations, each as a whole.
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, isOfKind, lastOfKind } from "../../facts/fact.ts";
import {
  type AnswerSchema,
  EVALUATION,
  EVALUATION_ANSWERED,
  EVALUATION_CANCELLED,
  EVALUATION_HELD,
  EVALUATION_PLANNED,
  type EvaluationState,
} from "./evaluation.ts";

type Given = Static<typeof AnswerSchema>;
type Held = Static<typeof EVALUATION_HELD.body>;

export interface Answer extends Given {
  /** Given by the patient in advance, or told at the meeting. */
  readonly given: "in-advance" | "at-the-meeting";
}

export interface Evaluation {
  readonly evaluationId: string;
  readonly courseId: string | null;
  readonly state: EvaluationState;
  readonly plannedOn: CalendarDate | null;
  readonly heldOn: CalendarDate | null;
  readonly planId: string | null;
  /** By question, the last one given. */
  readonly answers: readonly Answer[];
  readonly participants: Held["participants"];
  readonly feedbackTool: string | null;
  readonly summary: string | null;
  readonly changedInPlan: string | null;
  readonly cancelledBecause: string | null;
  readonly version: number;
}

function answersOf(facts: readonly Fact[]): readonly Answer[] {
  const last = new Map<string, Answer>();
  const take = (answers: readonly Given[], given: Answer["given"]): void => {
    for (const answer of answers) last.set(answer.question, { ...answer, given });
  };
  for (const fact of facts) {
    if (isOfKind(fact, EVALUATION_ANSWERED)) take(fact.body.answers, "in-advance");
    if (isOfKind(fact, EVALUATION_HELD)) take(fact.body.answers, "at-the-meeting");
  }
  return [...last.values()];
}

/** One evaluation by its own facts in order. */
export function evaluationOf(facts: readonly [Fact, ...Fact[]]): Evaluation {
  const [first] = facts;
  const planned = lastOfKind(facts, EVALUATION_PLANNED);
  const held = lastOfKind(facts, EVALUATION_HELD);
  return {
    evaluationId: first.matterId,
    courseId: first.courseId,
    state: EVALUATION.standing(facts).state as EvaluationState,
    plannedOn: planned?.body.on ?? null,
    heldOn: held?.happenedOn ?? null,
    planId: planned?.body.planId ?? null,
    answers: answersOf(facts),
    participants: held?.body.participants ?? [],
    feedbackTool: held?.body.feedbackTool ?? null,
    summary: held?.body.summary ?? null,
    changedInPlan: held?.body.changedInPlan ?? null,
    cancelledBecause: lastOfKind(facts, EVALUATION_CANCELLED)?.body.reason ?? null,
    version: facts.at(-1)?.seq ?? first.seq,
  };
}

/** All evaluations of a course by its facts in order; those of other matters are passed over. */
export function courseEvaluations(facts: readonly Fact[]): readonly Evaluation[] {
  return byMatter(facts, EVALUATION).map(evaluationOf);
}

/** The one that is planned and not yet held: a course has one at most. */
export function plannedEvaluation(facts: readonly Fact[]): Evaluation | undefined {
  return courseEvaluations(facts).find(({ state }) => state === "planned");
}
