// Knows what becomes of an offered transfer: accepted, when the receiver takes over; declined; or withdrawn.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact, FactKind } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { refuseStaleMatter } from "../../facts/refuse-stale-matter.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import type { NewRecord } from "../../registration/new-records.ts";
import { addCourse } from "../../store/append-records.ts";
import { judgeAgain } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { readTransfer } from "../../store/transfers.ts";
import { ASSIGNED, ASSIGNMENT, ASSIGNMENT_ENDED, assignmentId } from "../assignment/assignment.ts";
import { courseAssignments } from "../assignment/course-assignments.ts";
import { ASSESSED, RECEIVED } from "../referral/assess-by.ts";
import { courseNow, registerDerived, standingRecords } from "../referral/derived-records.ts";
import { startDate } from "../referral/start-date.ts";
import { refuseRunningTwin } from "../running-twin.ts";
import { refuseOthers } from "./offer-transfer.ts";
import {
  TRANSFER,
  TRANSFER_ACCEPTED,
  TRANSFER_DECLINED,
  TRANSFER_WITHDRAWN,
  type Transfer,
} from "./transfer.ts";

/** Which transfer, and which version of it its sender has seen. */
export interface TransferSeen {
  readonly transferId: string;
  readonly patientId: string;
  readonly seen: number;
}

async function offered(
  telling: Telling,
  { transferId, patientId, seen }: TransferSeen,
  by: "sender" | "receiver",
): Promise<Transfer> {
  await lockPatients(telling.client, [patientId]);
  const transfer = await readTransfer(telling.client, transferId);
  refuseStaleMatter(seen, transfer.version);
  if (transfer.state !== "offered") {
    throw new AppError("not-now", `transfer: expected an open offer, got one ${transfer.state}`);
  }
  const unitId = by === "sender" ? transfer.fromUnitId : transfer.toUnitId;
  refuseOthers(telling, unitId ?? undefined);
  return transfer;
}

function aboutOf({ store }: Telling, { transferId, patientId, courseId, toUnitId }: Transfer) {
  const happenedOn = today(store);
  return { matterId: transferId, patientId, courseId, unitId: toUnitId, happenedOn };
}

/** Tasks of the unit that sends end with its part; whoever takes over gives them anew. */
async function endTasks(
  telling: Telling,
  { courseId, patientId, toUnitId }: Transfer,
): Promise<void> {
  const { held } = courseAssignments(await factsOfCourse(telling.client, courseId));
  for (const { role, unitId } of held) {
    if ((role !== "coordinator" && role !== "practitioner") || unitId === toUnitId) continue;
    const about = { matterId: assignmentId(courseId, role), courseId, patientId, unitId };
    const body = { role, note: null };
    const happenedOn = today(telling.store);
    await appendFact(telling, ASSIGNMENT, ASSIGNMENT_ENDED, { ...about, happenedOn, body });
  }
}

/** Those outside the specialist service go on with the patient. */
async function carryTasks(
  telling: Telling,
  { courseId, patientId }: Transfer,
  to: string,
): Promise<void> {
  const { held } = courseAssignments(await factsOfCourse(telling.client, courseId));
  for (const { role, unitId, personId, personName, phone } of held) {
    if (role !== "municipal-contact" && role !== "ip-coordinator") continue;
    const about = { matterId: assignmentId(to, role), courseId: to, patientId, unitId };
    const body = { role, personId, personName, phone, note: null };
    const happenedOn = today(telling.store);
    await appendFact(telling, ASSIGNMENT, ASSIGNED, { ...about, happenedOn, body });
  }
}

async function goOn(telling: Telling, transfer: Transfer): Promise<void> {
  const about = aboutOf(telling, transfer);
  const body = { newCourseId: null };
  await appendFact(telling, TRANSFER, TRANSFER_ACCEPTED, { ...about, body });
  await endTasks(telling, transfer);
  await judgeAgain(telling.store, telling.client, [transfer.patientId], about.happenedOn);
}

/** What the sender's course tells of the patient's right: its legal deadline only while care has not begun. */
function rightOf(course: StoredCourse): Partial<NewRecord> {
  const records = standingRecords(course);
  const last = <K extends "grantedFor" | "condition" | "severity">(key: K) =>
    records.findLast((record) => record[key] !== undefined)?.[key];
  const begun = records.some(({ event }) => event === "first-attendance");
  const deadline = records.find(({ legalDeadline }) => legalDeadline !== undefined)?.legalDeadline;
  const told = {
    grantedFor: last("grantedFor"),
    condition: last("condition"),
    severity: last("severity"),
    legalDeadline: begun ? undefined : deadline,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/** The receiver's own records: the onward referral, its assessment, and a start on the date its edition names. */
function beginning(
  { store }: Telling,
  { offeredOn, toUnitId }: Transfer,
  course: StoredCourse,
  acceptedOn: CalendarDate,
): { readonly records: readonly NewRecord[]; readonly startOn: CalendarDate } {
  const unitId = toUnitId ?? "";
  const received = { event: RECEIVED, occurredOn: offeredOn, unitId };
  const outcome = "right-granted";
  const assessed = { ...rightOf(course), event: ASSESSED, outcome, occurredOn: acceptedOn, unitId };
  const startOn = startDate(store.judging, course.pathway, [received, assessed]) ?? acceptedOn;
  const start = { event: "pathway-start", occurredOn: startOn, unitId };
  return { records: [received, assessed, start], startOn };
}

/** One course ends on the day that the other starts, so that no day is nobody's. */
async function beginElsewhere(telling: Telling, transfer: Transfer): Promise<void> {
  const { client } = telling;
  const { patientId, courseId, fromUnitId, toUnitId } = transfer;
  const course = await courseNow(telling, patientId, courseId);
  const { pathway } = course;
  const newCourseId = randomUUID();
  const starting = { patientId, courseId: newCourseId, pathway, unitId: toUnitId ?? "" };
  await refuseRunningTwin(telling, starting);
  await addCourse(client, { courseId: newCourseId, patientId, pathway });
  const about = aboutOf(telling, transfer);
  const body = { newCourseId };
  const fact: Fact = await appendFact(telling, TRANSFER, TRANSFER_ACCEPTED, { ...about, body });
  const { records, startOn } = beginning(telling, transfer, course, about.happenedOn);
  await registerDerived(telling, { patientId, courseId: newCourseId }, records, fact);
  const out = { event: "transfer-out", occurredOn: startOn, unitId: fromUnitId };
  await carryTasks(telling, transfer, newCourseId);
  await registerDerived(telling, { patientId, courseId }, [out], fact);
}

/** The receiver takes over: the same course within a trust, one of its own in another. */
export async function acceptTransfer(telling: Telling, which: TransferSeen): Promise<Transfer> {
  const transfer = await offered(telling, which, "receiver");
  if (transfer.reach === "within-trust") await goOn(telling, transfer);
  else await beginElsewhere(telling, transfer);
  return readTransfer(telling.client, which.transferId);
}

async function end(
  telling: Telling,
  which: TransferSeen,
  by: "sender" | "receiver",
  kind: typeof TRANSFER_DECLINED | typeof TRANSFER_WITHDRAWN,
  reason: string,
): Promise<Transfer> {
  const transfer = await offered(telling, which, by);
  const about = aboutOf(telling, transfer);
  await appendFact(telling, TRANSFER, kind as FactKind<typeof kind.body>, {
    ...about,
    body: { reason },
  });
  return readTransfer(telling.client, which.transferId);
}

/** The receiver says no, and why: the course stays where it is. */
export function declineTransfer(
  telling: Telling,
  which: TransferSeen,
  reason: string,
): Promise<Transfer> {
  return end(telling, which, "receiver", TRANSFER_DECLINED, reason);
}

/** The sender takes the offer back. */
export function withdrawTransfer(
  telling: Telling,
  which: TransferSeen,
  reason: string,
): Promise<Transfer> {
  return end(telling, which, "sender", TRANSFER_WITHDRAWN, reason);
}
