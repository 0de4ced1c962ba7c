// Knows the routes of follow-up plans: made with a municipality, which sees it, confirms it and adds to it.
import type pg from "pg";
import { type Static, Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import { courseFollowUp, followUpOf } from "../../course/municipality/course-follow-up.ts";
import { FOLLOW_UP } from "../../course/municipality/follow-up.ts";
import {
  addMunicipalMeasure,
  changeFollowUp,
  confirmFollowUp,
  makeFollowUp,
} from "../../course/municipality/tell-follow-up.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ChangedFollowUpSchema,
  FollowUpOfCourseSchema,
  FollowUpSchema,
  MunicipalMeasureSchema,
  NewFollowUpSchema,
  ReceiptOfFollowUpSchema,
} from "../schemas/follow-up.ts";
import { mutable } from "../views/mutable.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfPlanSchema = Type.Object({ followUpId: IdSchema });
const aboutPlan = ({ params }: { params: { followUpId: string } }) => ({
  matterId: params.followUpId,
});

async function planNow(client: pg.ClientBase, followUpId: string) {
  const plan = followUpOf(await factsOfType(client, followUpId, FOLLOW_UP));
  return { body: mutable(plan), version: plan.version };
}

type Handed = Omit<Static<typeof ChangedFollowUpSchema>, "whatChanged">;

function contentOf({ responsible, measures, whereToTurn, isIndividualPlan, ...rest }: Handed) {
  const { patientsWords = null } = rest;
  return { responsible, measures, whereToTurn, isIndividualPlan, patientsWords };
}

function addReadRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/follow-up-plan",
    summary: "The course's follow-up plan with the municipality",
    tag: "municipality",
    params: OfCourseSchema,
    answer: FollowUpOfCourseSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => {
      const plan = courseFollowUp(await factsOfCourse(client, courseId));
      return { body: { followUpPlan: plan === undefined ? null : mutable(plan) } };
    },
  });
}

function addMakingRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/follow-up-plan",
    summary: "Make the follow-up plan, and share it with the municipality",
    tag: "municipality",
    params: OfCourseSchema,
    body: NewFollowUpSchema,
    answer: FollowUpSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body }) => {
      const { municipalUnitId, ground } = body;
      const plan = { municipalUnitId, ground, content: contentOf(body) };
      const made = await makeFollowUp({ store, client, actor }, courseOf(target), plan);
      return planNow(client, made.matterId);
    },
  });
  addWriting(guard, {
    url: "/api/follow-up-plans/:followUpId/versions",
    summary: "A new version of a follow-up plan",
    tag: "municipality",
    params: OfPlanSchema,
    body: ChangedFollowUpSchema,
    answer: FollowUpSchema,
    changes: true,
    about: aboutPlan,
    write: async ({ store, client, actor, target, params: { followUpId }, body, seen }) => {
      const matter = { matterId: followUpId, patientId: patientIn(target), seen: seen() };
      const changed = { content: contentOf(body), whatChanged: body.whatChanged };
      await changeFollowUp({ store, client, actor }, matter, changed);
      return planNow(client, followUpId);
    },
  });
}

function addMunicipalRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/follow-up-plans/:followUpId/received",
    summary: "The municipality confirms that it has the plan",
    tag: "municipality",
    params: OfPlanSchema,
    body: ReceiptOfFollowUpSchema,
    answer: FollowUpSchema,
    changes: true,
    about: aboutPlan,
    write: async ({ store, client, actor, target, params: { followUpId }, body, seen }) => {
      const matter = { matterId: followUpId, patientId: patientIn(target), seen: seen() };
      await confirmFollowUp({ store, client, actor }, matter, body.receivedBy);
      return planNow(client, followUpId);
    },
  });
  addWriting(guard, {
    url: "/api/follow-up-plans/:followUpId/measures",
    summary: "The municipality adds a measure of its own",
    tag: "municipality",
    params: OfPlanSchema,
    body: MunicipalMeasureSchema,
    answer: FollowUpSchema,
    changes: false,
    about: aboutPlan,
    write: async ({ store, client, actor, params: { followUpId }, body }) => {
      const facts = await factsOfType(client, followUpId, FOLLOW_UP);
      await addMunicipalMeasure({ store, client, actor }, facts, body);
      return planNow(client, followUpId);
    },
  });
}

export function addFollowUpRoutes(guard: Guard): void {
  addReadRoute(guard);
  addMakingRoutes(guard);
  addMunicipalRoutes(guard);
}
