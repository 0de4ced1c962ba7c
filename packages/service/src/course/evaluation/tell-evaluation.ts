// Knows how an evaluation is planned or moved, answered in advance, held, and called off.
import { randomUUID } from "node:crypto";
import type { Bundle } from "@rettvei/definitions";
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { judgeAgain } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { dayThatWas, dayToCome } from "../days-told.ts";
import { propose } from "../proposal/propose.ts";
import { plannedEvaluation } from "./course-evaluations.ts";
import {
  type AnswerSchema,
  EVALUATION,
  EVALUATION_ANSWERED,
  EVALUATION_CANCELLED,
  EVALUATION_HELD,
  EVALUATION_PLANNED,
} from "./evaluation.ts";

type Answers = readonly Static<typeof AnswerSchema>[];

/** Work lists and pages show the next date that the plan sets, so what is kept of the course is made anew. */
async function judged({ store, client }: Telling, patientId: string): Promise<void> {
  await judgeAgain(store, client, [patientId], today(store));
}

export interface PlannedEvaluation {
  readonly on: CalendarDate;
  /** The plan that sets it. */
  readonly planId: string | null;
  /** Where in the request the day stands. */
  readonly path: string;
}

/** Plans the course's next evaluation; one that is planned already is moved. Answers its id. */
export async function planEvaluation(
  telling: Telling,
  course: OfCourse,
  { on, planId, path }: PlannedEvaluation,
): Promise<string> {
  const { store, client } = telling;
  await lockPatients(client, [course.patientId]);
  const before = plannedEvaluation(await factsOfCourse(client, course.courseId));
  if (before?.plannedOn === on) return before.evaluationId;
  dayToCome(store, on, path);
  const { unitId, practitionerId, coordinatorId } = await courseHolder(client, course.courseId);
  const matterId = before?.evaluationId ?? randomUUID();
  const body = { on, planId, personId: practitionerId ?? coordinatorId };
  const planned = { ...course, matterId, unitId, happenedOn: today(store), body };
  await appendFact(telling, EVALUATION, EVALUATION_PLANNED, planned);
  await judged(telling, course.patientId);
  return matterId;
}

function refuseUnknownQuestions(answers: Answers, { questions }: Bundle): void {
  const problems = answers.flatMap(({ question }, at) => {
    const path = `/answers/${at}/question`;
    if (!questions.some(({ id }) => id === question)) {
      const expected = `one of ${questions.map(({ id }) => id).join(", ")}`;
      return [{ path, expected, found: "another text" }];
    }
    const twice = answers.findIndex((one) => one.question === question) < at;
    return twice ? [{ path, expected: "each question once", found: question }] : [];
  });
  if (problems.length === 0) return;
  throw new AppError("bad-input", "the request holds answers to unknown questions", problems);
}

function refuseUnlessPlanned(facts: readonly Fact[]): void {
  const { state } = EVALUATION.standing(facts);
  if (state === "planned") return;
  throw new AppError(
    "not-now",
    `evaluation: expected one that is planned, got one that is ${state}`,
  );
}

function aboutOf(facts: readonly Fact[]) {
  const [first] = facts;
  if (first === undefined) throw new Error("bug: an evaluation of which nothing was told");
  const { matterId, patientId, courseId, unitId } = first;
  return { matterId, patientId, courseId, unitId };
}

/** The patient's answers, as often as the patient likes until it is held. */
export async function answerEvaluation(
  telling: Telling,
  { facts, answers }: { facts: readonly Fact[]; answers: Answers },
): Promise<Fact> {
  refuseUnknownQuestions(answers, telling.store.judging.bundle);
  refuseUnlessPlanned(facts);
  const fact = {
    ...aboutOf(facts),
    happenedOn: today(telling.store),
    body: { answers: [...answers] },
  };
  return appendFact(telling, EVALUATION, EVALUATION_ANSWERED, fact);
}

export interface HeldEvaluation extends Static<typeof EVALUATION_HELD.body> {
  readonly heldOn: CalendarDate | undefined;
}

/** The evaluation was held. */
export async function holdEvaluation(
  telling: Telling,
  seen: SeenMatter,
  { heldOn, ...body }: HeldEvaluation,
): Promise<Fact> {
  refuseUnknownQuestions(body.answers, telling.store.judging.bundle);
  const facts = await matterAsSeen(telling.client, EVALUATION, seen);
  refuseUnlessPlanned(facts);
  const happenedOn = dayThatWas(telling.store, heldOn, "/heldOn");
  const told = { ...aboutOf(facts), happenedOn, body };
  const fact = await appendFact(telling, EVALUATION, EVALUATION_HELD, told);
  const dates = { "held-on": happenedOn };
  const tool = body.feedbackTool === null ? [] : [{ fact: "feedback-tool-used", dates }];
  await propose(telling, fact, [{ fact: "evaluation-held", dates }, ...tool]);
  await judged(telling, seen.patientId);
  return fact;
}

/** The evaluation is called off, without another day. */
export async function cancelEvaluation(
  telling: Telling,
  seen: SeenMatter,
  reason: string,
): Promise<Fact> {
  const facts = await matterAsSeen(telling.client, EVALUATION, seen);
  refuseUnlessPlanned(facts);
  const told = { ...aboutOf(facts), happenedOn: today(telling.store), body: { reason } };
  const fact = await appendFact(telling, EVALUATION, EVALUATION_CANCELLED, told);
  await judged(telling, seen.patientId);
  return fact;
}
