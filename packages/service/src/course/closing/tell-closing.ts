// Knows how a course is gone through before its end, closed with what is missing told, and opened again by correction.
import { randomUUID } from "node:crypto";
import type { CalendarDate, EventRecord } from "@rettvei/engine";
import type { Static } from "typebox";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { refuseStaleMatter } from "../../facts/refuse-stale-matter.ts";
import { proposalOf } from "../../judging/proposal-of.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { courseEdition } from "../../registration/course-edition.ts";
import type { NewRecord } from "../../registration/new-records.ts";
import { register } from "../../registration/register.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { dayThatWas } from "../days-told.ts";
import { plannedEvaluation } from "../evaluation/course-evaluations.ts";
import { EVALUATION, EVALUATION_CANCELLED } from "../evaluation/evaluation.ts";
import { outsideOf } from "../outside/outside.ts";
import { courseNow } from "../proposal/propose.ts";
import { standingRecords } from "../proposal/registered-already.ts";
import {
  type CheckSchema,
  CLOSING,
  CLOSING_CHECKED,
  COURSE_CLOSED,
  COURSE_REOPENED,
  closingId,
} from "./closing.ts";
import { type CourseClosing, closingItems, courseClosing } from "./course-closing.ts";

/** A course at its end, and what is known of that. */
interface AtEnd {
  readonly course: StoredCourse;
  readonly facts: readonly Fact[];
  readonly closing: CourseClosing;
  readonly endEvent: string;
}

async function atEnd(telling: Telling, of: OfCourse): Promise<AtEnd> {
  const { store, client } = telling;
  const { judging } = store;
  const course = await courseNow(telling, of);
  const facts = await factsOfCourse(client, of.courseId);
  const endEvent = proposalOf(judging.bundle, "course-closed").event;
  const items = closingItems(courseEdition(judging, course), endEvent);
  const outside = await outsideOf(client, of.courseId);
  return { course, facts, closing: courseClosing({ facts, items, outside }), endEvent };
}

/** Where the closing of the course stands. */
export async function closingNow(telling: Telling, of: OfCourse): Promise<CourseClosing> {
  return (await atEnd(telling, of)).closing;
}

/** The same for a change: nobody else adds to it until the transaction ends. AppError `stale` if somebody has. */
async function closingAsSeen(telling: Telling, of: OfCourse, seen: number): Promise<AtEnd> {
  await lockPatients(telling.client, [of.patientId]);
  const end = await atEnd(telling, of);
  refuseStaleMatter(seen, end.closing.version);
  return end;
}

async function aboutOf({ client, store }: Telling, of: OfCourse) {
  const { unitId } = await courseHolder(client, of.courseId);
  return { ...of, matterId: closingId(of.courseId), unitId, happenedOn: today(store) };
}

function refuseClosed({ course, endEvent }: AtEnd): void {
  if (standingRecords(course.records).some(({ event }) => event === endEvent)) {
    throw new AppError(
      "not-now",
      "closing: expected a course that goes on, got one that is closed",
    );
  }
}

export interface Checks {
  readonly plannedOn: CalendarDate;
  readonly checks: readonly Static<typeof CheckSchema>[];
  readonly seen: number;
}

/** Begins the closing, or tells more of its checklist; of several answers to one item the last holds. */
export async function checkClosing(
  telling: Telling,
  of: OfCourse,
  { plannedOn, checks, seen }: Checks,
): Promise<void> {
  const end = await closingAsSeen(telling, of, seen);
  refuseClosed(end);
  const known = new Set(end.closing.items.map(({ id }) => id));
  const problems = checks.flatMap(({ item }, at) =>
    known.has(item)
      ? []
      : [{ path: `/checks/${at}/item`, expected: "an item of the list", found: "another id" }],
  );
  if (problems.length > 0)
    throw new AppError("bad-input", "the request holds items that are not on the list", problems);
  const { coordinatorId, practitionerId } = await courseHolder(telling.client, of.courseId);
  const personId = practitionerId ?? coordinatorId;
  const body = { plannedOn, checks: [...checks], personId };
  await appendFact(telling, CLOSING, CLOSING_CHECKED, { ...(await aboutOf(telling, of)), body });
}

export interface Closure {
  readonly on: CalendarDate | undefined;
  readonly outcome: string;
  readonly careNeed: string | null;
  readonly reasonWithout: string | null;
  readonly seen: number;
}

/** AppError `not-complete` if something is missing and nobody says why. */
function missingIn(
  { closing: { requirements } }: AtEnd,
  { reasonWithout }: Closure,
): Static<typeof COURSE_CLOSED.body>["missing"] {
  const missing = requirements.filter(({ met }) => !met).map(({ requirement }) => requirement);
  if (missing.length === 0 || reasonWithout !== null) return missing;
  throw new AppError(
    "not-complete",
    "closing: expected all that should be there before, or the reason why not",
    missing.map((path) => ({ path: `/${path}`, expected: "to be there", found: "nothing" })),
  );
}

/** The end, and the need for help where it was told and the edition registers it. */
function recordsOf(
  { judging }: Telling["store"],
  { course, endEvent }: AtEnd,
  { outcome, careNeed }: Closure,
  occurredOn: CalendarDate,
): readonly NewRecord[] {
  const { event } = proposalOf(judging.bundle, "care-need-decided");
  const { edition } = courseEdition(judging, course);
  const registered = edition.events.some(
    ({ id, registration }) => id === event && registration === "registered",
  );
  const already = standingRecords(course.records).some((record) => record.event === event);
  const of = (id: string, more: Partial<EventRecord> = {}) => ({
    event: id,
    occurredOn,
    voids: undefined,
    ...more,
  });
  const end = of(endEvent, { outcome });
  return careNeed !== null && registered && !already ? [of(event), end] : [end];
}

async function callOffEvaluation(telling: Telling, { facts }: AtEnd): Promise<void> {
  const planned = plannedEvaluation(facts);
  const first = facts.find(({ matterId }) => matterId === planned?.evaluationId);
  if (first === undefined) return;
  const { matterId, patientId, courseId, unitId } = first;
  const about = { matterId, patientId, courseId, unitId, happenedOn: today(telling.store) };
  const body = { reason: "Forløpet er avsluttet." };
  await appendFact(telling, EVALUATION, EVALUATION_CANCELLED, { ...about, body });
}

/** Closes the course and registers its end. What was missing, and why, is kept. */
export async function closeCourse(telling: Telling, of: OfCourse, closure: Closure): Promise<void> {
  const { store, client, actor } = telling;
  const end = await closingAsSeen(telling, of, closure.seen);
  refuseClosed(end);
  const missing = missingIn(end, closure);
  const happenedOn = dayThatWas(store, closure.on, "/on");
  const { outcome, careNeed, reasonWithout } = closure;
  const body = { outcome, careNeed, missing, reasonWithout };
  const about = { ...(await aboutOf(telling, of)), happenedOn };
  const closed = await appendFact(telling, CLOSING, COURSE_CLOSED, { ...about, body });
  await callOffEvaluation(telling, end);
  const records = recordsOf(store, end, closure, happenedOn);
  const change = { courseId: of.courseId, seen: end.course.lastSeq, records };
  const fromFact = closed.factId;
  const entry = { recordedBy: actor.actorId, entered: "derived", fromFact } as const;
  await register(store, client, change, entry);
}

/** Opens a course that was closed by mistake: a correction, which takes the end away. */
export async function reopenCourse(
  telling: Telling,
  of: OfCourse,
  { reason, seen }: { readonly reason: string; readonly seen: number },
): Promise<void> {
  const { store, client, actor } = telling;
  const { course, endEvent } = await closingAsSeen(telling, of, seen);
  const ends = standingRecords(course.records).filter(({ event }) => event === endEvent);
  if (ends.length === 0) {
    throw new AppError(
      "not-now",
      "closing: expected a course that is closed, got one that goes on",
    );
  }
  const about = await aboutOf(telling, of);
  const reopened = await appendFact(telling, CLOSING, COURSE_REOPENED, {
    ...about,
    body: { reason },
  });
  const records = ends.map(({ recordId }) => ({ recordId: randomUUID(), voids: recordId }));
  const change = { courseId: of.courseId, seen: course.lastSeq, records };
  const fromFact = reopened.factId;
  const entry = { recordedBy: actor.actorId, entered: "derived", fromFact } as const;
  await register(store, client, change, entry);
}
