// Knows the routes of "Mitt forløp": a patient's own courses, or those of somebody one acts for, in plain words.

import type pg from "pg";
import { Type } from "typebox";
import { nothingThere } from "../../access/acting.ts";
import type { Actor } from "../../access/actor.ts";
import { asSystem } from "../../access/as-system.ts";
import type { Ground } from "../../access/grounds.ts";
import { patientIn } from "../../access/target.ts";
import { addReferralWords } from "../../course/referral/add-referral-words.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { judgePatient } from "../../judging/judged-patient.ts";
import { readOwnExplanations } from "../../rights/own-explanations.ts";
import { readPatientCourses } from "../../store/course-logs.ts";
import { readActsAs, readBorn, readMyCourses } from "../../store/my-courses.ts";
import { readPatient } from "../../store/patients.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  MyCoursesSchema,
  MyDocumentsSchema,
  MyExplanationsSchema,
  MyPathwaySchema,
  MyReferralWordsSchema,
  RELATIONS,
  type Relation,
} from "../schemas/my-pathway.ts";
import { ReferralSchema } from "../schemas/referral.ts";
import { mutable } from "../views/mutable.ts";
import { myDocumentsView } from "../views/my-documents-view.ts";
import { myPathwayView } from "../views/my-pathway-view.ts";
import { referralView } from "../views/referral-view.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const tag = "mine";

async function listOf(store: Store, client: pg.ClientBase, actor: Actor) {
  const [courses, acts] = [
    await readMyCourses(client),
    await readActsAs(client, actor.actorId, today(store)),
  ];
  return courses.map(({ pathway, ...course }) => {
    const { patientId, courseId } = course;
    const act = acts.find(
      (one) => one.patientId === patientId && (one.courseId ?? courseId) === courseId,
    );
    const relation: Relation = patientId === actor.patientId ? "own" : (act?.actsAs ?? "consent");
    const { bundle } = store.judging;
    const name = bundle.editions.findLast((edition) => edition.pathway === pathway)?.name;
    const pathwayName = name ?? { nb: pathway, nn: pathway, en: pathway };
    return { ...course, relation, pathwayName };
  });
}

function addListRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/my-pathway",
    summary: "The courses of whoever asks, and of those whom they act for",
    tag,
    answer: MyCoursesSchema,
    read: async ({ store, client, actor }) => {
      const courses = await listOf(store, client, actor);
      const patientIds = [...new Set(courses.map(({ patientId }) => patientId))];
      return { body: { myCode: actor.actorId, courses: mutable(courses) }, patientIds };
    },
  });
}

function relationBy({ basis }: Ground): Relation {
  return RELATIONS.find((relation) => relation === basis) ?? "consent";
}

async function pathwayOf(
  store: Store,
  client: pg.ClientBase,
  { courseId, patientId, ground }: { courseId: string; patientId: string; ground: Ground },
) {
  const { judging } = store;
  const asOf = today(store);
  const logs = await readPatientCourses(client, [patientId]);
  const { courses } = judgePatient(logs, judging, asOf);
  const course = courses.find(({ log }) => log.courseId === courseId);
  if (course === undefined) throw nothingThere();
  const unitId = course.log.told.takenOverBy ?? course.judged?.position.unitId;
  const { name } = await readPatient(client, patientId);
  return myPathwayView(course, {
    ...{ judging, asOf, name, relation: relationBy(ground) },
    born: await readBorn(client, patientId),
    unit: unitId === undefined ? undefined : await readUnit(client, unitId),
    facts: await factsOfCourse(client, courseId),
  });
}

function addPathwayRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/my-pathway",
    summary: "Where a patient is, what comes next and why, who is responsible, and which dates",
    tag,
    params: OfCourseSchema,
    answer: MyPathwaySchema,
    about: ({ params }) => params,
    read: async ({ store, client, target, ground, params: { courseId } }) => ({
      body: await pathwayOf(store, client, { courseId, patientId: patientIn(target), ground }),
    }),
  });
  addReading(guard, {
    url: "/api/courses/:courseId/my-documents",
    summary: "Letters, answers and summaries of a course, for its patient",
    tag,
    params: OfCourseSchema,
    answer: MyDocumentsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => ({
      body: { documents: myDocumentsView(await factsOfCourse(client, courseId)) },
    }),
  });
}

function addOwnRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/patients/:patientId/explanations",
    summary: "What a patient has asked of who looked, and the answers",
    tag,
    params: Type.Object({ patientId: IdSchema }),
    answer: MyExplanationsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { patientId } }) => ({
      body: { explanations: mutable(await readOwnExplanations(client, patientId)) },
    }),
  });
  addWriting(guard, {
    url: "/api/referrals/:referralId/words",
    summary: "The patient adds own words to a referral that waits",
    tag,
    params: Type.Object({ referralId: IdSchema }),
    body: MyReferralWordsSchema,
    answer: ReferralSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.referralId }),
    write: async ({ store, client, actor, target, params: { referralId }, body, seen }) => {
      const which = { referralId, patientId: patientIn(target), seen: seen() };
      return asSystem(client, async () => {
        const referral = await addReferralWords({ store, client, actor }, which, body.words);
        const view = await referralView(store.judging, client, referral);
        return { body: view, version: referral.version };
      });
    },
  });
}

export function addMyPathwayRoutes(guard: Guard): void {
  addListRoute(guard);
  addPathwayRoutes(guard);
  addOwnRoutes(guard);
}
