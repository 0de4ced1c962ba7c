// Knows registration: new records are checked, written in one transaction and judged at once.
import type { LogRecord, Verdict } from "@rettvei/engine";
import type pg from "pg";
import { nothingThere } from "../access/acting.ts";
import { askedAsSystem, asSystem } from "../access/as-system.ts";
import { AppError } from "../app-error.ts";
import type { OfCourse } from "../course/course-of.ts";
import { statesOf } from "../judging/course-state.ts";
import { type JudgedPatient, judgePatient } from "../judging/judged-patient.ts";
import { type Addition, addCourse, appendRecords, type Entry } from "../store/append-records.ts";
import {
  type LabelledCourse,
  lockPatientOfCourse,
  patientOfCourse,
  readPatientCourses,
} from "../store/course-logs.ts";
import { inOneGo } from "../store/in-one-go.ts";
import { ensurePatient } from "../store/patients.ts";
import { type Reserved, reserveNumbers } from "../store/reserve-numbers.ts";
import { type Store, today } from "../store/store.ts";
import { lockPatients } from "../store/transaction.ts";
import { type ChangedVerdict, changedVerdicts } from "./changed-verdicts.ts";
import { refused, sameContent, unknownWords } from "./check-records.ts";
import { courseEdition, editionsOf } from "./course-edition.ts";
import { type NewRecord, writtenDown } from "./new-records.ts";

export interface Registered {
  readonly courseId: string;
  readonly patient: JudgedPatient<LabelledCourse>;
  readonly changed: readonly ChangedVerdict[];
  /** Whether registrations were proposed for the course. */
  readonly hadProposals: boolean;
  /** Where the course was before, if anything was written and it was anywhere. */
  readonly unit?: Reserved["unit"];
}

/** Of the records those not yet there. The same sent twice counts once; an id with other content is refused. */
function notYetThere(
  records: readonly LogRecord[],
  existing: readonly LogRecord[],
): readonly LogRecord[] {
  return records.filter((record) => {
    const same = existing.find(({ recordId }) => recordId === record.recordId);
    if (same !== undefined && !sameContent(same, record)) {
      throw new AppError(
        "record-conflict",
        "records: expected new content under a new record id, got other content under an id in use",
      );
    }
    return same === undefined;
  });
}

function refuseDoubles(records: readonly LogRecord[]): void {
  const ids = records.map(({ recordId }) => recordId);
  const at = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (at < 0) return;
  throw new AppError("bad-input", "the request holds a record id twice", [
    { path: `/records/${at}/recordId`, expected: "an id of its own", found: "an id used above" },
  ]);
}

/** The course with the records that are new to it; throws AppError if they may not join. */
function joined(
  { judging }: Store,
  course: LabelledCourse,
  records: readonly LogRecord[],
): { readonly course: LabelledCourse; readonly fresh: readonly LogRecord[] } {
  refuseDoubles(records);
  const fresh = notYetThere(records, course.records);
  const all = [...course.records, ...fresh];
  const longer = { ...course, records: all };
  const { edition } = courseEdition(judging, longer);
  const unknown = unknownWords(records, edition, judging.library);
  if (unknown.length > 0)
    throw new AppError("bad-input", "the request holds words that are not known", unknown);
  const problems = refused(fresh, course.records);
  if (problems.length > 0)
    throw new AppError("record-refused", "the log does not take these records", problems);
  return { course: longer, fresh };
}

function verdictsOfCourse(
  { courses }: JudgedPatient<LabelledCourse>,
  courseId: string,
): readonly Verdict[] {
  return courses.find(({ log }) => log.courseId === courseId)?.judged?.verdicts ?? [];
}

interface Joining {
  readonly fresh: readonly LogRecord[];
  readonly registered: Registered;
}

function judgeJoined(
  store: Store,
  courses: readonly LabelledCourse[],
  courseId: string,
  records: readonly LogRecord[],
): Joining {
  const course = courses.find((one) => one.courseId === courseId);
  if (course === undefined) throw new Error("bug: a course went missing under its patient's lock");
  const { course: longer, fresh } = joined(store, course, records);
  const asOf = today(store);
  const before = judgePatient(courses, store.judging, asOf);
  const after = judgePatient(
    courses.map((one) => (one === course ? longer : one)),
    store.judging,
    asOf,
  );
  const changed = changedVerdicts(
    verdictsOfCourse(before, courseId),
    verdictsOfCourse(after, courseId),
  );
  const { hasProposals: hadProposals } = course;
  return { fresh, registered: { courseId, patient: after, changed, hadProposals } };
}

/** An addition with numbers, and how all stands once it is there. */
function numbered(
  store: Store,
  { fresh, registered }: Joining,
  { numbers, unit }: Reserved,
): { readonly addition: Addition; readonly registered: Registered } {
  const { courseId, patient } = registered;
  const lastSeq = numbers[fresh.length - 1];
  if (lastSeq === undefined) throw new Error("bug: a record without a number reserved for it");
  const courses = patient.courses.map((course) =>
    course.log.courseId === courseId ? { ...course, log: { ...course.log, lastSeq } } : course,
  );
  const after = { ...patient, courses };
  const { mark } = store.judging;
  return {
    addition: { courseId, records: fresh, states: statesOf(after), mark, numbers },
    registered: { ...registered, unit, patient: after },
  };
}

async function write(
  store: Store,
  client: pg.ClientBase,
  joining: Joining,
  entry: Entry,
): Promise<Registered> {
  const { fresh, registered } = joining;
  if (fresh.length === 0) return registered;
  const reserved = await reserveNumbers(client, registered.courseId, fresh.length);
  const { addition, registered: after } = numbered(store, joining, reserved);
  await appendRecords(client, addition, entry);
  return after;
}

async function patientOf(client: pg.ClientBase, courseId: string): Promise<string> {
  const patientId = await patientOfCourse(client, courseId);
  if (patientId !== undefined) return patientId;
  throw nothingThere();
}

async function lockedPatientOf(client: pg.ClientBase, courseId: string): Promise<string> {
  const patientId = await lockPatientOfCourse(client, courseId);
  if (patientId !== undefined) return patientId;
  throw nothingThere();
}

/** Records for a course as its sender has seen it. */
export interface Change {
  readonly courseId: string;
  /** Number of the last record that the sender has seen. */
  readonly seen: number;
  readonly records: readonly NewRecord[];
}

function refuseStale(courses: readonly LabelledCourse[], { courseId, seen }: Change): void {
  const now = courses.find((one) => one.courseId === courseId)?.lastSeq;
  if (now === seen) return;
  throw new AppError(
    "stale",
    "course: expected a change to the course as it is now, got one to another version; read it again",
    [{ path: "/if-match", expected: `"${now}"`, found: `"${seen}"` }],
  );
}

/** A record after a take-over that names no unit is of the unit that took over; one with an id says all itself. */
function atTakingUnit(courses: readonly LabelledCourse[], change: Change): readonly NewRecord[] {
  const told = courses.find(({ courseId }) => courseId === change.courseId)?.told;
  const { takenOverBy: unitId, takenOverOn: since } = told ?? {};
  if (unitId === undefined || since === undefined) return change.records;
  return change.records.map((record) =>
    record.voids === undefined && record.recordId === undefined && record.occurredOn >= since
      ? atUnit(record, unitId)
      : record,
  );
}

/** What a registration has to know before it writes: a patient's courses, which nobody else judges or adds to meanwhile. */
export interface ReadToRegister {
  readonly courses: readonly LabelledCourse[];
  readonly reserved: Reserved;
}

/** Reads it in one go, for so many records at most, if whoever asks sees the course. */
export async function readToRegister(
  client: pg.ClientBase,
  { courseId, patientId }: OfCourse,
  count: number,
): Promise<ReadToRegister> {
  const read = (): Promise<[readonly LabelledCourse[], Reserved]> =>
    inOneGo<[readonly LabelledCourse[], Reserved]>(
      client,
      () => readPatientCourses(client, [patientId]),
      () => reserveNumbers(client, courseId, count),
    );
  const [of, [courses, reserved]] = await inOneGo<[string, [readonly LabelledCourse[], Reserved]]>(
    client,
    () => lockedPatientOf(client, courseId),
    () => askedAsSystem(client, read),
  );
  if (of !== patientId) throw nothingThere();
  return { courses, reserved };
}

function joiningOf(store: Store, courses: readonly LabelledCourse[], change: Change): Joining {
  refuseStale(courses, change);
  const written = writtenDown(atTakingUnit(courses, change), store.now());
  return judgeJoined(store, courses, change.courseId, written);
}

/** What was sent to be added, and how all stands once it is. */
export interface Sent {
  readonly registered: Registered;
  /** Fails where it could not be added. */
  readonly sent: Promise<unknown>;
}

/** Sends records to be added to what was read of their course, without waiting for it. */
export function sendRecords(
  store: Store,
  client: pg.ClientBase,
  { courses, reserved }: ReadToRegister,
  change: Change,
  entry: Entry,
): Sent {
  const joining = joiningOf(store, courses, change);
  if (joining.fresh.length === 0)
    return { registered: joining.registered, sent: Promise.resolve() };
  const { addition, registered } = numbered(store, joining, reserved);
  const sent = askedAsSystem(client, () => appendRecords(client, addition, entry));
  sent.catch(() => undefined); // heard by whoever ends the transaction
  return { registered, sent };
}

/** Adds records to a course that whoever asks sees; durable when the transaction is committed. */
export async function register(
  store: Store,
  client: pg.ClientBase,
  change: Change,
  entry: Entry,
): Promise<Registered> {
  const { courseId } = change;
  const patientId = await lockedPatientOf(client, courseId);
  const courses = await readPatientCourses(client, [patientId]);
  const joining = joiningOf(store, courses, change);
  return asSystem(client, () => write(store, client, joining, entry));
}

/** What adding the records would change. Writes nothing. */
export async function preview(
  store: Store,
  client: pg.ClientBase,
  courseId: string,
  records: readonly NewRecord[],
): Promise<Registered> {
  const patientId = await patientOf(client, courseId);
  const courses = await readPatientCourses(client, [patientId]);
  const written = writtenDown(records, store.now());
  return judgeJoined(store, courses, courseId, written).registered;
}

export interface NewCourse {
  readonly courseId: string;
  readonly patientId: string;
  readonly pathway: string;
  /** Unit of those records that name none. */
  readonly unitId: string;
  readonly records: readonly NewRecord[];
}

function atUnit(record: NewRecord, unitId: string): NewRecord {
  return record.voids === undefined && record.unitId === undefined ? { ...record, unitId } : record;
}

function courseConflict(): AppError {
  return new AppError("course-conflict", "course: expected a new course id, got one in use");
}

/** Opens a course with its first records; durable when the transaction is committed. */
export function openCourse(
  store: Store,
  client: pg.ClientBase,
  course: NewCourse,
  entry: Entry,
): Promise<Registered> {
  return asSystem(client, () => openIn(store, client, course, entry));
}

async function openIn(
  store: Store,
  client: pg.ClientBase,
  course: NewCourse,
  entry: Entry,
): Promise<Registered> {
  const { courseId, patientId, pathway, unitId } = course;
  editionsOf(store.judging, pathway); // refuses an unknown pathway before anything is written
  await lockPatients(client, [patientId]);
  await ensurePatient(client, patientId);
  const isNew = await addCourse(client, { courseId, patientId, pathway });
  const courses = await readPatientCourses(client, [patientId]);
  // Somebody else's, or of another pathway.
  const same = courses.some((one) => one.courseId === courseId && one.pathway === pathway);
  if (!same) throw courseConflict();
  const records = course.records.map((record) => atUnit(record, unitId));
  const joining = judgeJoined(store, courses, courseId, writtenDown(records, store.now()));
  // Sent again with what is there counts once; to add to a course is a change of it, and has a version.
  if (!isNew && joining.fresh.length > 0) throw courseConflict();
  return write(store, client, joining, entry);
}
