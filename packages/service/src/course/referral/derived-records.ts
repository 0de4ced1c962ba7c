// Knows how what was decided of a referral becomes registrations: nobody types what follows from a fact.
import { type EventRecord, isVoid } from "@rettvei/engine";
import type { Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import type { NewRecord } from "../../registration/new-records.ts";
import { register } from "../../registration/register.ts";
import { readPatientCourses } from "../../store/course-logs.ts";

/** A course of the patient as it is now. */
export async function courseNow(
  { client }: Telling,
  patientId: string,
  courseId: string,
): Promise<StoredCourse> {
  const courses = await readPatientCourses(client, [patientId]);
  const course = courses.find((one) => one.courseId === courseId);
  if (course === undefined) throw new Error("bug: a referral without its course");
  return course;
}

/** Records of the course that nothing takes away, in the order of arrival. */
export function standingRecords({ records }: StoredCourse): readonly EventRecord[] {
  const gone = new Set(records.flatMap((one) => (isVoid(one) ? one.voids : (one.corrects ?? []))));
  return records.filter(
    (record): record is EventRecord => !isVoid(record) && !gone.has(record.recordId),
  );
}

/** Registers what follows from the fact, in the course as it is now. */
export async function registerDerived(
  telling: Telling,
  { patientId, courseId }: { readonly patientId: string; readonly courseId: string },
  records: readonly NewRecord[],
  fact: Fact,
): Promise<void> {
  if (records.length === 0) return;
  const { store, client, actor } = telling;
  const { lastSeq: seen } = await courseNow(telling, patientId, courseId);
  const entry = { recordedBy: actor.actorId, entered: "derived", fromFact: fact.factId } as const;
  await register(store, client, { courseId, seen, records }, entry);
}

/** The record with other fields in its place. */
export function correctionOf(
  { recordId, recordedAt: _, recordedOn: __, ...record }: EventRecord,
  changed: Partial<EventRecord>,
): NewRecord {
  return { ...record, ...changed, corrects: recordId };
}
