// Knows how the page of one course is put together from what is kept.
import type pg from "pg";
import { AppError } from "../../app-error.ts";
import { type JudgedPatient, judgePatient } from "../../judging/judged-patient.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { patientOfCourse, readPatientCourses } from "../../store/course-logs.ts";
import { readPatient } from "../../store/patients.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import type { CourseView } from "../schemas/course.ts";
import { courseView } from "./course-view.ts";

function unknownCourse(): AppError {
  return new AppError(
    "not-found",
    "course: expected the id of a course, got one that is not known",
  );
}

/** The page of one of the judged patient's courses. */
export async function pageOf(
  { judging }: Store,
  client: pg.ClientBase | pg.Pool,
  courseId: string,
  { asOf, courses }: JudgedPatient<StoredCourse>,
): Promise<CourseView> {
  const course = courses.find(({ log }) => log.courseId === courseId);
  if (course === undefined) throw unknownCourse();
  const unitId = course.judged?.position.unitId;
  const patient = await readPatient(client, course.log.patientId);
  const unit = unitId === undefined ? undefined : await readUnit(client, unitId);
  return courseView(course, { judging, asOf, patient, unitName: unit?.name ?? null });
}

/** The page of a course as it is today. */
export async function readPage(store: Store, courseId: string): Promise<CourseView> {
  const { pool } = store.database;
  const patientId = await patientOfCourse(pool, courseId);
  if (patientId === undefined) throw unknownCourse();
  const courses = await readPatientCourses(pool, [patientId]);
  return pageOf(store, pool, courseId, judgePatient(courses, store.judging, today(store)));
}
