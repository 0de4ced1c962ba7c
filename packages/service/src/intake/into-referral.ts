// Knows how a referral that came as a message becomes one of ours: a course that waits for its assessment.
import { randomUUID } from "node:crypto";
import type { ReferralMessage } from "@rettvei/messages";
import type { Telling } from "../facts/append-fact.ts";
import { openCourse } from "../registration/register.ts";
import type { ReceivedFact } from "./place-received.ts";

export interface ReferralPlace {
  readonly patientId: string;
  readonly unitId: string;
  readonly pathway: string;
}

export interface Referred {
  readonly courseId: string;
  readonly referralId: string | null;
}

/** Opens the course on the day that the message came. */
export async function intoReferral(
  { store, client, actor }: Telling,
  { factId, happenedOn }: ReceivedFact,
  _message: ReferralMessage,
  { patientId, unitId, pathway }: ReferralPlace,
): Promise<Referred> {
  const courseId = randomUUID();
  const records = [{ event: "referral-received", occurredOn: happenedOn }];
  const entry = { recordedBy: actor.actorId, entered: "derived", fromFact: factId } as const;
  await openCourse(store, client, { courseId, patientId, pathway, unitId, records }, entry);
  return { courseId, referralId: null };
}
