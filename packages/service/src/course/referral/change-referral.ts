// Knows how a referral that waits is changed, withdrawn, or sent on to another unit.
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { today } from "../../store/store.ts";
import { isKnownUnit } from "../../store/units.ts";
import { RECEIVED } from "./assess-by.ts";
import { correctionOf, courseNow, registerDerived, standingRecords } from "./derived-records.ts";
import { REFERRAL, type Referral } from "./referral.ts";
import { editionInForce, missingPoints } from "./referral-checklist.ts";
import {
  type Point,
  REFERRAL_CANCELLED,
  REFERRAL_CHANGED,
  REFERRAL_SENT_ON,
  type URGENCIES,
} from "./referral-facts.ts";
import { sendSentOn } from "./referral-messages.ts";
import { type ReferralSeen, referralNow, seenReferral } from "./seen-referral.ts";

export interface ReferralChange {
  readonly urgency: (typeof URGENCIES)[number] | undefined;
  /** Answers that are new, or take the place of those of the same points. */
  readonly points: readonly Point[];
  readonly patientWords: string | undefined;
  readonly note: string;
}

function aboutOf(telling: Telling, referral: Referral) {
  const { referralId: matterId, patientId, courseId, unitId } = referral;
  return { matterId, patientId, courseId, unitId, happenedOn: today(telling.store) };
}

/** Adds to what the referral says, or says it anew. What it said before stays among its facts. */
export async function changeReferral(
  telling: Telling,
  which: ReferralSeen,
  change: ReferralChange,
): Promise<Referral> {
  const referral = await seenReferral(telling, which, "waiting");
  const { content, receivedOn } = referral;
  const edition = editionInForce(telling.store.judging, content.pathway, receivedOn);
  missingPoints(edition, change.points); // refuses points unknown, and points told twice
  const anew = new Set(change.points.map(({ item }) => item));
  const points = [...content.points.filter(({ item }) => !anew.has(item)), ...change.points];
  const body = {
    urgency: change.urgency ?? content.urgency,
    points,
    missing: [...missingPoints(edition, points)],
    patientWords: change.patientWords ?? content.patientWords,
    note: change.note,
  };
  await appendFact(telling, REFERRAL, REFERRAL_CHANGED, { ...aboutOf(telling, referral), body });
  return referralNow(telling, which.referralId);
}

/** Withdraws it. It was received, so its course is not undone but closed. */
export async function cancelReferral(
  telling: Telling,
  which: ReferralSeen,
  reason: string,
): Promise<Referral> {
  const referral = await seenReferral(telling, which, "waiting");
  const about = aboutOf(telling, referral);
  const fact = await appendFact(telling, REFERRAL, REFERRAL_CANCELLED, {
    ...about,
    body: { reason },
  });
  const closure = { event: "closure", outcome: "other", occurredOn: fact.happenedOn };
  await registerDerived(telling, referral, [closure], fact);
  return referralNow(telling, which.referralId);
}

export interface SendingOn {
  readonly toUnitId: string;
  readonly reason: string;
  readonly author: Parameters<typeof sendSentOn>[2];
}

/** Gives it to another unit. The patient has waited since it first came, so the date of its assessment stays. */
export async function sendReferralOn(
  telling: Telling,
  which: ReferralSeen,
  { toUnitId, reason, author }: SendingOn,
): Promise<Referral> {
  const referral = await seenReferral(telling, which, "waiting");
  const known = await isKnownUnit(telling.client, toUnitId);
  if (!known || toUnitId === referral.unitId) {
    throw new AppError("bad-input", "the request holds fields that are not as expected", [
      { path: "/toUnitId", expected: "another unit", found: known ? "the same" : "another word" },
    ]);
  }
  const about = { ...aboutOf(telling, referral), unitId: toUnitId };
  const body = { fromUnitId: referral.unitId, reason };
  const fact = await appendFact(telling, REFERRAL, REFERRAL_SENT_ON, { ...about, body });
  const course = await courseNow(telling, referral.patientId, referral.courseId);
  const received = standingRecords(course).filter(({ event }) => event === RECEIVED);
  const moved = received.map((record) => correctionOf(record, { unitId: toUnitId }));
  await registerDerived(telling, referral, moved, fact);
  const now = await referralNow(telling, which.referralId);
  await sendSentOn(telling, now, author);
  return now;
}
