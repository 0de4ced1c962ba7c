// Knows how a referral comes in: it opens a course, so that the time that the law gives runs where everybody sees it.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import { asSystem } from "../../access/as-system.ts";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { type NumberedPatient, patientOfNumber } from "../../intake/patient-of-number.ts";
import { register } from "../../registration/register.ts";
import { addCourse } from "../../store/append-records.ts";
import { isKnownPatient } from "../../store/patients.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { isKnownUnit } from "../../store/units.ts";
import { share } from "../sharing/sharing.ts";
import { assessBy, RECEIVED } from "./assess-by.ts";
import { checkAttachment } from "./attachment.ts";
import { REFERRAL, type Referral, referralOf } from "./referral.ts";
import { editionInForce, missingPoints } from "./referral-checklist.ts";
import {
  type Attachment,
  type Onward,
  type Outside,
  type Point,
  REFERRAL_SENT,
  type URGENCIES,
} from "./referral-facts.ts";
import { sendCopies } from "./referral-messages.ts";

/** What a referral says, as it is handed in. */
export interface NewReferral {
  readonly unitId: string;
  /** What the referrer asks for; the specialist service chooses. */
  readonly pathway: string;
  readonly urgency: (typeof URGENCIES)[number];
  readonly patient: NumberedPatient | { readonly patientId: string };
  /** When the specialist service had it first; today if not said, as for one that is sent here. */
  readonly receivedOn: CalendarDate | undefined;
  readonly referrer: Outside;
  /** Actor who refers; null where it came on paper or by message. The course's state is shared with that person. */
  readonly referrerId: string | null;
  readonly gp: Outside | null;
  readonly tellGp: boolean;
  readonly points: readonly Point[];
  readonly incompleteBecause: string | null;
  readonly patientWords: string | null;
  readonly attachment: Attachment | null;
  readonly onward: Onward | null;
  readonly language: "nb" | "nn" | "en";
}

function wrong(path: string, expected: string, found: string): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", [
    { path, expected, found },
  ]);
}

function receivedOn({ store }: Telling, { receivedOn: on }: NewReferral): CalendarDate {
  const now = today(store);
  if (on !== undefined && on > now) throw wrong("/receivedOn", "today or an earlier date", on);
  return on ?? now;
}

/** Points nobody answered hold up a referral until somebody says why they are missing; an emergency never. */
function refuseUnexplained(
  { urgency, incompleteBecause }: Pick<NewReferral, "urgency" | "incompleteBecause">,
  missing: readonly string[],
): void {
  if (missing.length === 0 || urgency === "emergency" || incompleteBecause !== null) return;
  throw new AppError(
    "not-complete",
    "referral: expected all points of the checklist, or why some are missing",
    missing.map((item) => ({ path: "/points", expected: `the point ${item}`, found: "nothing" })),
  );
}

async function patientOf({ client }: Telling, patient: NewReferral["patient"]): Promise<string> {
  if ("personNumber" in patient) return patientOfNumber(client, patient);
  const { patientId } = patient;
  if (await isKnownPatient(client, patientId)) return patientId;
  throw wrong("/patient/patientId", "a patient who is known here", "one who is not");
}

/** Takes a referral in: with a course of its own, a record that it was received, and copies to those who get one. */
export function sendReferral(telling: Telling, referral: NewReferral): Promise<Referral> {
  // Whoever refers need not see the patient, nor the course before it is there.
  return asSystem(telling.client, () => takeIn(telling, referral));
}

async function takeIn(telling: Telling, referral: NewReferral): Promise<Referral> {
  const { store, client, actor } = telling;
  const { unitId, patient, receivedOn: _, attachment, ...content } = referral;
  const on = receivedOn(telling, referral);
  const edition = editionInForce(store.judging, referral.pathway, on);
  const missing = missingPoints(edition, referral.points);
  refuseUnexplained(referral, missing);
  if (attachment !== null) checkAttachment(attachment);
  if (!(await isKnownUnit(client, unitId))) throw wrong("/unitId", "a unit", "another word");
  const patientId = await patientOf(telling, patient);
  await lockPatients(client, [patientId]);
  const courseId = randomUUID();
  await addCourse(client, { courseId, patientId, pathway: referral.pathway });
  const about = { matterId: randomUUID(), patientId, courseId, unitId, happenedOn: on };
  const found = assessBy(store.judging, referral.pathway, on, store.now());
  const points = [...referral.points];
  const body = { ...content, points, missing: [...missing], attachment, assessBy: found };
  const fact = await appendFact(telling, REFERRAL, REFERRAL_SENT, { ...about, body });
  const records = [{ event: RECEIVED, occurredOn: on, unitId }];
  const entry = { recordedBy: actor.actorId, entered: "derived", fromFact: fact.factId } as const;
  await register(store, client, { courseId, seen: 0, records }, entry);
  const { referrerId: personId } = referral;
  if (personId !== null) {
    const sharing = { as: "referrer", personId, unitId: null, ground: "referral" } as const;
    await share(telling, { patientId, courseId, ...sharing });
  }
  const sent = referralOf(await factsOfMatter(client, fact.matterId));
  await sendCopies(telling, sent);
  return sent;
}
