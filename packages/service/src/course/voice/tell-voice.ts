// Knows how the patient's voice reaches somebody: said, taken, answered, taken back.
import { randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { writeNotice } from "../../outbox/write-notice.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { answerDays } from "../answer-days.ts";
import { type CourseHolder, courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import {
  VOICE,
  VOICE_ANSWERED,
  VOICE_SAID,
  VOICE_TAKEN,
  VOICE_WITHDRAWN,
  type VoiceAbout,
} from "./voice.ts";

/** The coordinator, else whoever treats the patient; but a wish for another therapist is not left with the therapist. */
function receiverOf(
  about: VoiceAbout,
  { coordinatorId, practitionerId }: CourseHolder,
): string | null {
  return coordinatorId ?? (about === "other-therapist" ? null : practitionerId);
}

/** The patient says something; somebody is to answer it by a day. */
export async function sayInCourse(
  telling: Telling,
  course: OfCourse,
  { about, words }: { readonly about: VoiceAbout; readonly words: string },
): Promise<Fact> {
  const { store, client } = telling;
  await lockPatients(client, [course.patientId]);
  const holder = await courseHolder(client, course.courseId);
  const happenedOn = today(store);
  const answerBy = addDays(happenedOn, answerDays()[about]);
  const body = { about, words, answerBy, personId: receiverOf(about, holder) };
  const told = { ...course, matterId: randomUUID(), unitId: holder.unitId, happenedOn, body };
  return appendFact(telling, VOICE, VOICE_SAID, told);
}

async function openVoice({ client, store }: Telling, seen: SeenMatter) {
  const facts = await matterAsSeen(client, VOICE, seen);
  const { state, open } = VOICE.standing(facts);
  if (!open)
    throw new AppError("not-now", `voice: expected one that waits, got one that is ${state}`);
  const [first] = facts;
  if (first === undefined) throw new Error("bug: a voice that said nothing");
  const { matterId, patientId, courseId, unitId } = first;
  return { matterId, patientId, courseId, unitId, happenedOn: today(store) };
}

/** Whoever asks takes it upon them to answer. */
export async function takeVoice(telling: Telling, seen: SeenMatter): Promise<void> {
  const about = await openVoice(telling, seen);
  const body = { personId: telling.actor.actorId };
  await appendFact(telling, VOICE, VOICE_TAKEN, { ...about, body });
}

/** Answers it; the patient is told that there is something to read, and not what. */
export async function answerVoice(
  telling: Telling,
  seen: SeenMatter,
  words: string,
): Promise<void> {
  const about = await openVoice(telling, seen);
  await appendFact(telling, VOICE, VOICE_ANSWERED, { ...about, body: { words } });
  const { patientId, courseId, unitId } = about;
  await writeNotice(telling, { patientId, courseId, unitId: unitId ?? "" }, "something-to-read");
}

/** The patient takes it back. */
export async function withdrawVoice(telling: Telling, seen: SeenMatter): Promise<void> {
  const about = await openVoice(telling, seen);
  await appendFact(telling, VOICE, VOICE_WITHDRAWN, { ...about, body: {} });
}
