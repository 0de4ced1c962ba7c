// Knows how a follow-up plan is made with a municipality and changed, confirmed there, and added to.
import { randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import type { Static } from "typebox";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import type { MeasureSchema } from "../plan/plan.ts";
import { share } from "../sharing/sharing.ts";
import { courseFollowUp } from "./course-follow-up.ts";
import {
  FOLLOW_UP,
  FOLLOW_UP_CHANGED,
  FOLLOW_UP_MADE,
  FOLLOW_UP_MEASURE,
  FOLLOW_UP_RECEIVED,
} from "./follow-up.ts";

type Content = Static<typeof FOLLOW_UP_MADE.body>["content"];

/** Days for the municipality to confirm; no source sets them, they are our own choice. */
const DAYS = 7;

function aboutOf(facts: readonly Fact[], { store }: Telling) {
  const [first] = facts;
  if (first === undefined) throw new Error("bug: a follow-up plan of which nothing was told");
  const { matterId, patientId, courseId, unitId } = first;
  return { matterId, patientId, courseId, unitId, happenedOn: today(store) };
}

export interface NewFollowUp {
  readonly municipalUnitId: string;
  /** Why it may be shared. */
  readonly ground: string;
  readonly content: Content;
}

/** The course's follow-up plan with a municipal unit, which is shared with it. AppError `not-now` if there is one. */
export async function makeFollowUp(
  telling: Telling,
  course: OfCourse,
  { municipalUnitId, ground, content }: NewFollowUp,
): Promise<Fact> {
  const { store, client } = telling;
  await lockPatients(client, [course.patientId]);
  if (courseFollowUp(await factsOfCourse(client, course.courseId)) !== undefined) {
    throw new AppError(
      "not-now",
      "follow-up plan: expected the first of the course, got a second; change the one there is",
    );
  }
  const { coordinatorId, practitionerId, unitId } = await courseHolder(client, course.courseId);
  const happenedOn = today(store);
  const personId = coordinatorId ?? practitionerId;
  const body = { municipalUnitId, content, confirmBy: addDays(happenedOn, DAYS), personId };
  const told = { ...course, matterId: randomUUID(), unitId, happenedOn, body };
  const made = await appendFact(telling, FOLLOW_UP, FOLLOW_UP_MADE, told);
  const unit = { as: "municipality", personId: null, unitId: municipalUnitId } as const;
  await share(telling, { ...course, ...unit, ground, what: ["follow-up-plan"] });
  return made;
}

/** A new version, which the municipality confirms anew. */
export async function changeFollowUp(
  telling: Telling,
  seen: SeenMatter,
  { content, whatChanged }: { readonly content: Content; readonly whatChanged: string },
): Promise<void> {
  const about = aboutOf(await matterAsSeen(telling.client, FOLLOW_UP, seen), telling);
  const body = { content, whatChanged, confirmBy: addDays(about.happenedOn, DAYS) };
  await appendFact(telling, FOLLOW_UP, FOLLOW_UP_CHANGED, { ...about, body });
}

/** The municipality confirms that it has the plan as it is now. AppError `not-now` if it has before. */
export async function confirmFollowUp(
  telling: Telling,
  seen: SeenMatter,
  receivedBy: string,
): Promise<void> {
  const facts = await matterAsSeen(telling.client, FOLLOW_UP, seen);
  if (!FOLLOW_UP.standing(facts).open) {
    throw new AppError(
      "not-now",
      "follow-up plan: expected one to confirm, got one that was confirmed",
    );
  }
  const about = aboutOf(facts, telling);
  await appendFact(telling, FOLLOW_UP, FOLLOW_UP_RECEIVED, { ...about, body: { receivedBy } });
}

/** The municipality adds a measure of its own. */
export async function addMunicipalMeasure(
  telling: Telling,
  facts: readonly Fact[],
  measure: Static<typeof MeasureSchema>,
): Promise<void> {
  const told = { ...aboutOf(facts, telling), body: measure };
  await appendFact(telling, FOLLOW_UP, FOLLOW_UP_MEASURE, told);
}
