// Knows how a referrer's question reaches somebody: asked, taken, answered.
import { randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import { asSystem } from "../../access/as-system.ts";
import { ACCESS } from "../../access/matrix.ts";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { intakePersonOf } from "../../intake/receiving-unit.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { answerDays } from "../answer-days.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { QUESTION, QUESTION_ANSWERED, QUESTION_ASKED, QUESTION_TAKEN } from "./question.ts";
import { sendAnswer } from "./send-answer.ts";

/** The unit, and of it the coordinator, else whoever treats the patient, else whoever sees to what comes in. */
async function receiverOf({ client }: Telling, courseId: string) {
  const { unitId, coordinatorId, practitionerId } = await courseHolder(client, courseId);
  const personId = coordinatorId ?? practitionerId ?? (await intakePersonOf(client, unitId));
  return { unitId, personId };
}

const STILL_SEEN = `
  SELECT FROM rettvei.course_state s WHERE s.course_id = $1
    AND (s.running OR s.last_event_on >= $2::date
      OR EXISTS (SELECT FROM rettvei.matter m WHERE m.course_id = $1 AND m.type = 'referral' AND m.open))`;

/** A unit loses sight of a course some time after its end: what is asked then would reach nobody who can read it. */
async function refuseUnseen({ client, store }: Telling, courseId: string): Promise<void> {
  const values = [courseId, addDays(today(store), -ACCESS.daysAfterTheEnd)];
  const { rowCount } = await client.query({ name: "still-seen", text: STILL_SEEN, values });
  if (rowCount === 1) return;
  throw new AppError("not-now", "question: the unit has closed the course, and has to be called");
}

/** The referrer asks something; somebody is to answer it by a day. */
export async function askQuestion(
  telling: Telling,
  course: OfCourse,
  words: string,
): Promise<Fact> {
  const { store, client } = telling;
  await lockPatients(client, [course.patientId]);
  // Who has the course is not for the referrer to see, and yet whom the question goes to.
  const { unitId, personId } = await asSystem(client, async () => {
    await refuseUnseen(telling, course.courseId);
    return receiverOf(telling, course.courseId);
  });
  const happenedOn = today(store);
  const answerBy = addDays(happenedOn, answerDays()["referrer-question"]);
  const body = { words, answerBy, personId };
  const told = { ...course, matterId: randomUUID(), unitId, happenedOn, body };
  return appendFact(telling, QUESTION, QUESTION_ASKED, told);
}

async function openQuestion({ client, store }: Telling, seen: SeenMatter) {
  const facts = await matterAsSeen(client, QUESTION, seen);
  const { state, open } = QUESTION.standing(facts);
  if (!open) {
    throw new AppError("not-now", `question: expected one that waits, got one that is ${state}`);
  }
  const [first] = facts;
  if (first === undefined) throw new Error("bug: a question nobody asked");
  const { matterId, patientId, courseId, unitId } = first;
  return { matterId, patientId, courseId, unitId, happenedOn: today(store) };
}

/** Whoever asks takes it upon them to answer. */
export async function takeQuestion(telling: Telling, seen: SeenMatter): Promise<void> {
  const about = await openQuestion(telling, seen);
  const body = { personId: telling.actor.actorId };
  await appendFact(telling, QUESTION, QUESTION_TAKEN, { ...about, body });
}

/** Answers it; the referrer reads the answer with the referral, and where there is an address gets it there too. */
export async function answerQuestion(
  telling: Telling,
  seen: SeenMatter,
  { words, telephone }: { readonly words: string; readonly telephone?: string },
): Promise<void> {
  const about = await openQuestion(telling, seen);
  const body = { words };
  const answered = await appendFact(telling, QUESTION, QUESTION_ANSWERED, { ...about, body });
  await sendAnswer(telling, answered, telephone);
}
