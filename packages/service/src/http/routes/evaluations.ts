// Knows the routes of evaluations: planned, answered by the patient, held, called off.
import { Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import {
  courseEvaluations,
  type Evaluation,
  evaluationOf,
} from "../../course/evaluation/course-evaluations.ts";
import { EVALUATION } from "../../course/evaluation/evaluation.ts";
import {
  answerEvaluation,
  cancelEvaluation,
  holdEvaluation,
  planEvaluation,
} from "../../course/evaluation/tell-evaluation.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import type { Store } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { App } from "../app.ts";
import { isKnown } from "../cacheable.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  CancelledEvaluationSchema,
  EvaluationSchema,
  EvaluationsSchema,
  HeldEvaluationSchema,
  NewAnswersSchema,
  NewEvaluationSchema,
  QuestionsSchema,
} from "../schemas/evaluation.ts";
import { mutable } from "../views/mutable.ts";
import { sourceView } from "../views/source-view.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfEvaluationSchema = Type.Object({ evaluationId: IdSchema });
const aboutEvaluation = ({ params }: { params: { evaluationId: string } }) => ({
  matterId: params.evaluationId,
});

async function evaluationNow(
  client: Parameters<typeof factsOfType>[0],
  evaluationId: string,
): Promise<{ body: ReturnType<typeof mutable<Evaluation>>; version: number }> {
  const facts = await factsOfType(client, evaluationId, EVALUATION);
  const evaluation = evaluationOf(facts as readonly [Fact, ...Fact[]]);
  return { body: mutable(evaluation), version: evaluation.version };
}

/** What a patient is asked at an evaluation; no patient data, so for anybody. */
export function addQuestionsRoute(app: App, { judging: { bundle } }: Store): void {
  const questions = bundle.questions.map(({ id, text, source }) => ({
    id,
    text,
    source: sourceView(bundle, source),
  }));
  const schema = {
    summary: "What a patient is asked at an evaluation",
    description: "Carries an ETag.",
    tags: ["definitions"],
    response: { 200: QuestionsSchema, 304: Type.Null() },
  };
  app.get("/api/evaluation-questions", { schema }, async (request, reply) => {
    if (!isKnown(request, reply, bundle.hash)) return reply.send({ questions });
    return reply;
  });
}

function addReadRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/evaluations",
    summary: "A course's evaluations",
    tag: "evaluations",
    params: OfCourseSchema,
    answer: EvaluationsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => {
      const evaluations = courseEvaluations(await factsOfCourse(client, courseId));
      return { body: { evaluations: mutable(evaluations) } };
    },
  });
}

function addPlanningRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/evaluations",
    summary: "Plan the next evaluation, or move the one that is planned",
    tag: "evaluations",
    params: OfCourseSchema,
    body: NewEvaluationSchema,
    answer: EvaluationSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body: { on } }) => {
      const planned = { on, planId: null, path: "/on" };
      const id = await planEvaluation({ store, client, actor }, courseOf(target), planned);
      return evaluationNow(client, id);
    },
  });
}

function addAnsweringRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/evaluations/:evaluationId/answers",
    summary: "The patient answers before the meeting",
    tag: "evaluations",
    params: OfEvaluationSchema,
    body: NewAnswersSchema,
    answer: EvaluationSchema,
    changes: false,
    about: aboutEvaluation,
    write: async ({ store, client, actor, params: { evaluationId }, body: { answers } }) => {
      const facts = await factsOfType(client, evaluationId, EVALUATION);
      await answerEvaluation({ store, client, actor }, { facts, answers });
      return evaluationNow(client, evaluationId);
    },
  });
}

function addHoldingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/evaluations/:evaluationId/held",
    summary: "Tell that an evaluation was held, and what came of it",
    tag: "evaluations",
    params: OfEvaluationSchema,
    body: HeldEvaluationSchema,
    answer: EvaluationSchema,
    changes: true,
    about: aboutEvaluation,
    write: async ({ store, client, actor, target, params: { evaluationId }, body, seen }) => {
      const { heldOn, nextOn, participants, answers = [] } = body;
      const { feedbackTool = null, summary = null, changedInPlan = null } = body;
      const matter = { matterId: evaluationId, patientId: patientIn(target), seen: seen() };
      const told = { heldOn, participants, answers, feedbackTool, summary, changedInPlan };
      const telling = { store, client, actor };
      await holdEvaluation(telling, matter, told);
      if (nextOn !== undefined) {
        const planned = { on: nextOn, planId: null, path: "/nextOn" };
        await planEvaluation(telling, courseOf(target), planned);
      }
      return evaluationNow(client, evaluationId);
    },
  });
}

function addCancellingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/evaluations/:evaluationId/cancelled",
    summary: "Call off an evaluation without planning another",
    tag: "evaluations",
    params: OfEvaluationSchema,
    body: CancelledEvaluationSchema,
    answer: EvaluationSchema,
    changes: true,
    about: aboutEvaluation,
    write: async ({ store, client, actor, target, params: { evaluationId }, body, seen }) => {
      const matter = { matterId: evaluationId, patientId: patientIn(target), seen: seen() };
      await cancelEvaluation({ store, client, actor }, matter, body.reason);
      return evaluationNow(client, evaluationId);
    },
  });
}

export function addEvaluationRoutes(guard: Guard): void {
  addReadRoute(guard);
  addPlanningRoute(guard);
  addAnsweringRoute(guard);
  addHoldingRoute(guard);
  addCancellingRoute(guard);
}
