// Knows how a message that came gets its place: with a patient, at a unit, and if it is a referral in a pathway.

import type { DialogueMessage, ReferralMessage } from "@rettvei/messages";
import type { Static } from "typebox";
import { asSystem } from "../access/as-system.ts";
import type { Referral } from "../course/referral/referral.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import type { Fact } from "../facts/fact.ts";
import { coordinatorOf } from "../outbox/write-message.ts";
import { today } from "../store/store.ts";
import { intoReferral } from "./into-referral.ts";
import { PLACED, type RECEIVED } from "./received-facts.ts";
import { RECEIVED_MESSAGE } from "./received-matter.ts";

export type ReceivedFact = Fact<Static<(typeof RECEIVED)["body"]>>;

export interface Place {
  readonly how: "by-itself" | "by-hand";
  readonly patientId: string;
  readonly unitId: string;
}

interface Into {
  readonly courseId: string | null;
  readonly pathway: string | null;
  readonly referralId: string | null;
}

const COURSE = `
  SELECT course_id FROM rettvei.course_state
  WHERE patient_id = $1 AND unit_id = $2 AND running ORDER BY last_event_on DESC, course_id LIMIT 1`;

async function runningCourse(
  { client }: Telling,
  { patientId, unitId }: Place,
): Promise<string | null> {
  const query = { name: "running-course-at-unit", text: COURSE, values: [patientId, unitId] };
  const { rows } = await asSystem(client, () => client.query<{ course_id: string }>(query));
  return rows[0]?.course_id ?? null;
}

async function told(
  telling: Telling,
  { matterId }: Fact,
  { how, patientId, unitId }: Place,
  { courseId, pathway, referralId }: Into,
): Promise<Fact> {
  const personId = await coordinatorOf(telling.client, courseId);
  const about = { matterId, patientId, courseId, unitId, happenedOn: today(telling.store) };
  const body = { how, pathway, referralId, personId };
  return appendFact(telling, RECEIVED_MESSAGE, PLACED, { ...about, body });
}

/** A referral opens a course in the pathway, and is then the unit's to assess. */
export async function placeReferral(
  telling: Telling,
  received: ReceivedFact,
  place: Place,
  pathway: string,
): Promise<Fact> {
  const message = received.body.facts as ReferralMessage;
  const { courseId, referralId } = await intoReferral(telling, received, message, {
    patientId: place.patientId,
    unitId: place.unitId,
    pathway,
  });
  return told(telling, received, place, { courseId, pathway, referralId });
}

/** A change or a cancellation belongs to the referral that it is about. */
export function placeLater(
  telling: Telling,
  received: ReceivedFact,
  { referralId, courseId, patientId, unitId, content }: Referral,
): Promise<Fact> {
  const place = { how: "by-itself", patientId, unitId } as const;
  return told(telling, received, place, { courseId, pathway: content.pathway, referralId });
}

/** Words to us stand at the patient's course, and are open until somebody has read them. */
export async function placeDialogue(
  telling: Telling,
  received: ReceivedFact,
  place: Place,
): Promise<Fact> {
  const courseId = await runningCourse(telling, place);
  return told(telling, received, place, { courseId, pathway: null, referralId: null });
}

/** Birth number or D-number of whom a message is about. */
export function numberOf(message: ReferralMessage | DialogueMessage): string | undefined {
  const idents = message.patient?.idents ?? [];
  return idents.find(({ type }) => type.value === "FNR" || type.value === "DNR")?.id;
}
