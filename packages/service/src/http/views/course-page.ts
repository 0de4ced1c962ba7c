// Knows how the page of one course is put together from what is kept.
import type pg from "pg";
import { nothingThere } from "../../access/acting.ts";
import { asSystem } from "../../access/as-system.ts";
import { type JudgedPatient, judgePatient } from "../../judging/judged-patient.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { patientOfCourse, readPatientCourses } from "../../store/course-logs.ts";
import { readPatient } from "../../store/patients.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import type { CourseView } from "../schemas/course.ts";
import { courseView } from "./course-view.ts";

/** The page of one of the judged patient's courses. */
export async function pageOf(
  { judging }: Store,
  client: pg.ClientBase,
  courseId: string,
  { asOf, courses }: JudgedPatient<StoredCourse>,
): Promise<CourseView> {
  const course = courses.find(({ log }) => log.courseId === courseId);
  if (course === undefined) throw nothingThere();
  const unitId = course.log.told.takenOverBy ?? course.judged?.position.unitId;
  const patient = await asSystem(client, () => readPatient(client, course.log.patientId));
  const unit = unitId === undefined ? undefined : await readUnit(client, unitId);
  return courseView(course, { judging, asOf, patient, unit });
}

/** The page of a course as it is today. */
export async function readPage(
  store: Store,
  client: pg.ClientBase,
  courseId: string,
): Promise<CourseView> {
  const patientId = await patientOfCourse(client, courseId);
  if (patientId === undefined) throw nothingThere();
  const courses = await readPatientCourses(client, [patientId]);
  return pageOf(store, client, courseId, judgePatient(courses, store.judging, today(store)));
}
