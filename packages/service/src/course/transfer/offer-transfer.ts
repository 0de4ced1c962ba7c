// Knows how a course is offered to another unit, and how a private specialist takes one to its end.
import { randomUUID } from "node:crypto";
import { addDays, type CalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { JudgedPatient, PatientCourse } from "../../judging/judged-patient.ts";
import { judgePatient } from "../../judging/judged-patient.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { readPatientCourses } from "../../store/course-logs.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { readTransfers } from "../../store/transfers.ts";
import { isKnownUnit } from "../../store/units.ts";
import { assessBy } from "../referral/assess-by.ts";
import { registerDerived } from "../referral/derived-records.ts";
import { trustOf } from "../trust-of.ts";
import {
  TRANSFER,
  TRANSFER_OFFERED,
  TRANSFERRED_OUT,
  type Transfer,
  transferOf,
} from "./transfer.ts";

/** Our own measure for units of one trust; between trusts it is the law's, for an onward referral. */
const ANSWER_DAYS = 7;

export interface Offer {
  readonly courseId: string;
  readonly patientId: string;
  readonly toUnitId: string;
  readonly reason: string;
  readonly summary: string | null;
}

type Judged = PatientCourse<StoredCourse>;

function wrong(path: string, expected: string, found: string): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", [
    { path, expected, found },
  ]);
}

/** Whoever sends a course away has to be of the unit that has it. */
export function refuseOthers({ actor }: Telling, unitId: string | undefined): void {
  if (unitId !== undefined && "unitIds" in actor && actor.unitIds.includes(unitId)) return;
  throw new AppError("not-allowed", "this is for the other unit of the transfer to do");
}

/** The course as it runs now, at a unit of whoever asks, with no offer open. */
async function sendable(telling: Telling, courseId: string, patientId: string): Promise<Judged> {
  const { store, client } = telling;
  await lockPatients(client, [patientId]);
  const logs = await readPatientCourses(client, [patientId]);
  const judged: JudgedPatient<StoredCourse> = judgePatient(logs, store.judging, today(store));
  const course = judged.courses.find(({ log }) => log.courseId === courseId);
  if (course?.judged?.position.running !== true) {
    throw new AppError("not-now", "course: expected one that runs, got one that does not");
  }
  refuseOthers(telling, unitOf(course));
  const open = (await readTransfers(client, patientId)).some(
    (one) => one.courseId === courseId && one.state === "offered",
  );
  if (open) throw new AppError("not-now", "course: expected no open offer, got one; withdraw it");
  return course;
}

function unitOf({ log, judged }: Judged): string | undefined {
  return log.told.takenOverBy ?? judged?.position.unitId;
}

/** Offers the course. Nothing of it changes hands before the other unit has accepted. */
export async function offerTransfer(telling: Telling, offer: Offer): Promise<Transfer> {
  const { store, client } = telling;
  const { courseId, patientId, toUnitId, reason, summary } = offer;
  const course = await sendable(telling, courseId, patientId);
  const fromUnitId = unitOf(course) ?? "";
  if (toUnitId === fromUnitId) throw wrong("/toUnitId", "another unit", "the same");
  if (!(await isKnownUnit(client, toUnitId))) throw wrong("/toUnitId", "a unit", "another word");
  const within = (await trustOf(client, fromUnitId)) === (await trustOf(client, toUnitId));
  const reach = within ? ("within-trust" as const) : ("between-trusts" as const);
  const happenedOn = today(store);
  const { pathway } = course.log;
  const dueOn = within
    ? addDays(happenedOn, ANSWER_DAYS)
    : assessBy(store.judging, pathway, happenedOn, store.now()).dueOn;
  const about = { matterId: randomUUID(), patientId, courseId, unitId: toUnitId, happenedOn };
  const body = { reach, fromUnitId, reason, summary, dueOn };
  return transferOf([await appendFact(telling, TRANSFER, TRANSFER_OFFERED, { ...about, body })]);
}

export interface SendingOut {
  readonly courseId: string;
  readonly patientId: string;
  /** Of the private specialist. */
  readonly name: string;
  readonly reason: string;
  readonly on: CalendarDate | undefined;
}

const SENT_OUT = "transfer-private-specialist";

/** Ends the course by a transfer to a private specialist, where its edition has such an event. */
export async function sendToPrivateSpecialist(
  telling: Telling,
  { courseId, patientId, name, reason, on }: SendingOut,
): Promise<Transfer> {
  const course = await sendable(telling, courseId, patientId);
  const edition = course.judged?.at.course.edition;
  const at = edition?.events.findIndex(({ id }) => id === SENT_OUT) ?? -1;
  if (edition?.events[at]?.registration !== "registered") {
    throw new AppError(
      "record-refused",
      "the course's edition has no such event; close the course",
    );
  }
  const now = today(telling.store);
  if (on !== undefined && on > now) throw wrong("/on", "today or an earlier date", on);
  const happenedOn = on ?? now;
  const fromUnitId = unitOf(course) ?? "";
  const about = { matterId: randomUUID(), patientId, courseId, unitId: fromUnitId, happenedOn };
  const body = { fromUnitId, name, reason };
  const fact = await appendFact(telling, TRANSFER, TRANSFERRED_OUT, { ...about, body });
  const record = { event: SENT_OUT, occurredOn: happenedOn, unitId: fromUnitId };
  await registerDerived(telling, { patientId, courseId }, [record], fact);
  return transferOf([fact]);
}
