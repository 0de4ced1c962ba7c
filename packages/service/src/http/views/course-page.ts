// Knows how the page of one course is put together from what is kept.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { nothingThere } from "../../access/acting.ts";
import { AppError } from "../../app-error.ts";
import type { OfCourse } from "../../course/course-of.ts";
import { type JudgedPatient, judgePatient } from "../../judging/judged-patient.ts";
import {
  type LabelledCourse,
  patientOfCourse,
  readCoursesAsKnown,
  readPatientCourses,
} from "../../store/course-logs.ts";
import { inOneGo } from "../../store/in-one-go.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import type { CourseView } from "../schemas/course.ts";
import { courseView, type Surroundings } from "./course-view.ts";

/** What is shown: all of a patient's courses as judged, and of the one to be shown where it is, if that is known. */
interface Judged {
  readonly patient: JudgedPatient<LabelledCourse>;
  readonly unit?: Surroundings["unit"];
}

async function unitOf(
  client: pg.ClientBase,
  unitId: string | undefined,
  known: Surroundings["unit"],
): Promise<Surroundings["unit"]> {
  if (unitId === undefined) return undefined;
  return known?.unitId === unitId ? known : readUnit(client, unitId);
}

/** The page of one of the judged patient's courses. */
export async function pageOf(
  { judging }: Store,
  client: pg.ClientBase,
  courseId: string,
  { patient: { asOf, courses }, unit: known }: Judged,
): Promise<CourseView> {
  const course = courses.find(({ log }) => log.courseId === courseId);
  if (course === undefined) throw nothingThere();
  const unitId = course.log.told.takenOverBy ?? course.judged?.position.unitId;
  const unit = await unitOf(client, unitId, known);
  return courseView(course, { judging, asOf, patient: course.log.patient, unit });
}

async function patientIn(client: pg.ClientBase, courseId: string): Promise<string> {
  const patientId = await patientOfCourse(client, courseId);
  if (patientId === undefined) throw nothingThere();
  return patientId;
}

/** The page of a course as it is today, if whoever asks sees it. */
export async function readPage(
  store: Store,
  client: pg.ClientBase,
  { courseId, patientId }: OfCourse,
): Promise<CourseView> {
  const [seenOf, courses] = await inOneGo<[string | undefined, readonly LabelledCourse[]]>(
    client,
    () => patientOfCourse(client, courseId),
    () => readPatientCourses(client, [patientId]),
  );
  if (seenOf !== patientId) throw nothingThere();
  const patient = judgePatient(courses, store.judging, today(store));
  return pageOf(store, client, courseId, { patient });
}

/** The page as it was at the end of a day: judged as of that day, by what was written by then. */
export async function readPageAsKnown(
  store: Store,
  client: pg.ClientBase,
  courseId: string,
  day: CalendarDate,
): Promise<CourseView> {
  const now = today(store);
  if (day > now) {
    const problem = { path: "/known-on", expected: `a day not after ${now}`, found: day };
    throw new AppError("bad-input", "the request asks for what nobody knows yet", [problem]);
  }
  const courses = await readCoursesAsKnown(client, await patientIn(client, courseId), day);
  const patient = judgePatient(courses, store.judging, day);
  return { ...(await pageOf(store, client, courseId, { patient })), knownOn: day };
}
