// Knows the routes of plans: made and changed by staff, added to by the patient, read by both.
import { type Static, Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import { coursePlans, type Plan, planOf } from "../../course/plan/course-plans.ts";
import { PLAN } from "../../course/plan/plan.ts";
import { addWords, answerWords, changePlan, makePlan } from "../../course/plan/tell-plan.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  AnsweredWordsSchema,
  ChangedPlanSchema,
  NewPlanSchema,
  PlanSchema,
  PlansSchema,
  PlanWordsSchema,
} from "../schemas/plan.ts";
import { mutable } from "../views/mutable.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfPlanSchema = Type.Object({ planId: IdSchema });

function shown(plan: Plan) {
  return { body: mutable(plan), version: plan.version };
}

/** The plan as its facts say now. */
async function planNow(client: Parameters<typeof factsOfType>[0], planId: string): Promise<Plan> {
  const facts = await factsOfType(client, planId, PLAN);
  return planOf(facts as readonly [Fact, ...Fact[]]);
}

type Handed = Omit<Static<typeof NewPlanSchema>, "kind">;

function written({ on, telephone, nextEvaluationOn, whyNotTogether, ...rest }: Handed) {
  const { goals, measures, madeTogether } = rest;
  const content = {
    goals,
    measures,
    madeTogether,
    nextEvaluationOn: nextEvaluationOn ?? null,
    whyNotTogether: whyNotTogether ?? null,
  };
  return { on, telephone, content };
}

function addReadRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/plans",
    summary: "A course's plans with all their versions",
    tag: "plans",
    params: OfCourseSchema,
    answer: PlansSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => {
      const plans = coursePlans(await factsOfCourse(client, courseId));
      return { body: { plans: mutable(plans) } };
    },
  });
  addReading(guard, {
    url: "/api/plans/:planId",
    summary: "One plan with all its versions",
    tag: "plans",
    params: OfPlanSchema,
    answer: PlanSchema,
    about: ({ params }) => ({ matterId: params.planId }),
    read: async ({ client, params: { planId } }) => shown(await planNow(client, planId)),
  });
}

function addMakingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/plans",
    summary: "Make a plan of a kind that the course does not have",
    description: "Of a treatment plan the GP and the referrer are told.",
    tag: "plans",
    params: OfCourseSchema,
    body: NewPlanSchema,
    answer: PlanSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body: { kind, ...body } }) => {
      const telling = { store, client, actor };
      const { matterId } = await makePlan(telling, courseOf(target), kind, written(body));
      return shown(await planNow(client, matterId));
    },
  });
}

function addChangingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/plans/:planId/versions",
    summary: "A new version of a plan",
    tag: "plans",
    params: OfPlanSchema,
    body: ChangedPlanSchema,
    answer: PlanSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.planId }),
    write: async ({ store, client, actor, target, params: { planId }, body, seen }) => {
      const { largerChange, whatChanged, ...rest } = body;
      const matter = { matterId: planId, patientId: patientIn(target), seen: seen() };
      const changed = { ...written(rest), largerChange, whatChanged };
      await changePlan({ store, client, actor }, courseOf(target), matter, changed);
      return shown(await planNow(client, planId));
    },
  });
}

function addWordsRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/plans/:planId/words",
    summary: "The patient adds a goal or words to a plan",
    description: "Whoever treats the patient has them, and answers by the day that is told.",
    tag: "plans",
    params: OfPlanSchema,
    body: PlanWordsSchema,
    answer: PlanSchema,
    changes: false,
    about: ({ params }) => ({ matterId: params.planId }),
    write: async ({ store, client, actor, params: { planId }, body }) => {
      const facts = await factsOfType(client, planId, PLAN);
      await addWords({ store, client, actor }, facts, body);
      return shown(await planNow(client, planId));
    },
  });
  addWriting(guard, {
    url: "/api/plans/:planId/answered-words",
    summary: "Answer what the patient has added to a plan",
    tag: "plans",
    params: OfPlanSchema,
    body: AnsweredWordsSchema,
    answer: PlanSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.planId }),
    write: async ({ store, client, actor, target, params: { planId }, body, seen }) => {
      const matter = { matterId: planId, patientId: patientIn(target), seen: seen() };
      await answerWords({ store, client, actor }, matter, body.words);
      return shown(await planNow(client, planId));
    },
  });
}

export function addPlanRoutes(guard: Guard): void {
  addReadRoutes(guard);
  addMakingRoute(guard);
  addChangingRoute(guard);
  addWordsRoutes(guard);
}
