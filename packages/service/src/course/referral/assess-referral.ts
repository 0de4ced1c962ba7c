// Knows how a referral is assessed: a right with its legal deadline, or none with all that the reply must hold.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { AppError, type Problem } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import type { NewRecord } from "../../registration/new-records.ts";
import { addCourse } from "../../store/append-records.ts";
import { today } from "../../store/store.ts";
import { refuseRunningTwin } from "../running-twin.ts";
import { ASSESSED } from "./assess-by.ts";
import { courseNow, registerDerived, standingRecords } from "./derived-records.ts";
import { moveCourse } from "./move-course.ts";
import { REFERRAL, type Referral } from "./referral.ts";
import { RIGHT_GRANTED, RIGHT_REFUSED } from "./referral-facts.ts";
import { sendGranted, sendRefused } from "./referral-messages.ts";
import { type ReferralSeen, referralNow, seenReferral } from "./seen-referral.ts";
import { startDate } from "./start-date.ts";

type Granted = Static<typeof RIGHT_GRANTED.body>;
type Refused = Static<typeof RIGHT_REFUSED.body>;
type Optional<T> = { readonly [K in keyof T]: T[K] | undefined };

/** A decision as it is handed in: what it lacks is told, all at once. */
export interface Decision<Body> {
  /** Today if not said. */
  readonly assessedOn: CalendarDate | undefined;
  readonly body: Optional<Body>;
}

function complete<Body extends object>(body: Optional<Body>, why: string): Body {
  const missing = Object.entries(body).filter(([, value]) => value === undefined);
  if (missing.length === 0) return body as Body;
  const problems = missing.map(([name]): Problem => {
    return { path: `/${name}`, expected: "a value", found: "nothing" };
  });
  throw new AppError("not-complete", why, problems);
}

function wrong(path: string, expected: string, found: string): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", [
    { path, expected, found },
  ]);
}

function dayOf({ store }: Telling, { receivedOn }: Referral, on: CalendarDate | undefined) {
  const now = today(store);
  const day = on ?? now;
  if (day <= now && day >= receivedOn) return day;
  throw wrong("/assessedOn", "a day from when it was received until today", day);
}

/** Records that begin a course with a right: when the referral was assessed, and the start on its edition's date. */
function beginning(
  telling: Telling,
  referral: Referral,
  { pathway, condition, severity, grantedFor, legalDeadline }: Granted,
  assessedOn: CalendarDate,
  received: readonly { readonly event: string; readonly occurredOn: CalendarDate }[],
): readonly NewRecord[] {
  const { unitId } = referral;
  const assessed = {
    event: ASSESSED,
    outcome: "right-granted",
    occurredOn: assessedOn,
    unitId,
    grantedFor,
    legalDeadline,
    ...(condition === null ? {} : { condition }),
    ...(severity === null ? {} : { severity }),
  };
  const start = startDate(telling.store.judging, pathway, [...received, assessed]) ?? assessedOn;
  return [assessed, { event: "pathway-start", occurredOn: start, unitId }];
}

function aboutOf({ referralId: matterId, patientId, courseId, unitId }: Referral) {
  return { matterId, patientId, courseId, unitId };
}

/** The course that the right is given in: the referral's own, or where another pathway is chosen, a new one. */
async function courseFor(
  { client }: Telling,
  { patientId, courseId, content }: Referral,
  pathway: string,
): Promise<string> {
  if (pathway === content.pathway) return courseId;
  const chosen = randomUUID();
  await addCourse(client, { courseId: chosen, patientId, pathway });
  return chosen;
}

/** Gives a right, with the patient's own legal deadline: the course starts in the pathway that the service chose. */
export async function grantRight(
  telling: Telling,
  which: ReferralSeen,
  { assessedOn, body }: Decision<Granted>,
): Promise<Referral> {
  const referral = await seenReferral(telling, which, "waiting");
  const granted = complete<Granted>(body, "a right: expected all that the decision must hold");
  const happenedOn = dayOf(telling, referral, assessedOn);
  const { pathway, legalDeadline } = granted;
  if (legalDeadline < happenedOn) {
    throw wrong("/legalDeadline", "the day of the assessment or later", legalDeadline);
  }
  const { patientId, unitId } = referral;
  await refuseRunningTwin(telling, { patientId, courseId: referral.courseId, pathway, unitId });
  const before = await courseNow(telling, patientId, referral.courseId);
  const courseId = await courseFor(telling, referral, pathway);
  const about = { ...aboutOf(referral), courseId, happenedOn };
  const fact: Fact = await appendFact(telling, REFERRAL, RIGHT_GRANTED, {
    ...about,
    body: granted,
  });
  const own = standingRecords(before);
  if (courseId !== referral.courseId) await moveCourse(telling, before, courseId, fact);
  const records = beginning(telling, referral, granted, happenedOn, own);
  await registerDerived(telling, { patientId, courseId }, records, fact);
  const now = await referralNow(telling, which.referralId);
  await sendGranted(telling, now, granted);
  return now;
}

/** Gives none. The reply cannot be sent without reasons, advice on further measures, and how to complain. */
export async function refuseRight(
  telling: Telling,
  which: ReferralSeen,
  { assessedOn, body }: Decision<Refused>,
): Promise<Referral> {
  const referral = await seenReferral(telling, which, "waiting");
  const refused = complete<Refused>(body, "a refusal: expected all that the reply must hold");
  const happenedOn = dayOf(telling, referral, assessedOn);
  const about = { ...aboutOf(referral), happenedOn };
  const fact: Fact = await appendFact(telling, REFERRAL, RIGHT_REFUSED, {
    ...about,
    body: refused,
  });
  const { unitId } = referral;
  const assessed = { event: ASSESSED, outcome: "no-right", occurredOn: happenedOn, unitId };
  await registerDerived(telling, referral, [assessed], fact);
  const now = await referralNow(telling, which.referralId);
  await sendRefused(telling, now, refused);
  return now;
}
