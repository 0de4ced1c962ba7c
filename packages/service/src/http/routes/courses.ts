// Knows the routes of a course: its page, and registration with or without writing.
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { AppError } from "../../app-error.ts";
import { type JudgedPatient, judgePatient } from "../../judging/judged-patient.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { openCourse, preview, register } from "../../registration/register.ts";
import { patientOfCourse, readPatientCourses } from "../../store/course-logs.ts";
import { readPatient } from "../../store/patients.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import type { App } from "../app.ts";
import { ErrorSchema, IdSchema } from "../schemas/basics.ts";
import { CourseSchema, type CourseView } from "../schemas/course.ts";
import {
  ChangedSchema,
  NewCourseSchema,
  NewRecordsSchema,
  OpenedSchema,
} from "../schemas/registration.ts";
import { courseView } from "../views/course-view.ts";

const ParamsSchema = Type.Object({ courseId: IdSchema });
const REFUSALS = { 400: ErrorSchema, 404: ErrorSchema, 409: ErrorSchema, 422: ErrorSchema };

function unknownCourse(): AppError {
  return new AppError(
    "not-found",
    "course: expected the id of a course, got one that is not known",
  );
}

async function viewOf(
  { database, judging }: Store,
  courseId: string,
  { asOf, courses }: JudgedPatient<StoredCourse>,
): Promise<CourseView> {
  const course = courses.find(({ log }) => log.courseId === courseId);
  if (course === undefined) throw unknownCourse();
  const unitId = course.judged?.position.unitId;
  const [patient, unit] = await Promise.all([
    readPatient(database.pool, course.log.patientId),
    unitId === undefined ? undefined : readUnit(database.pool, unitId),
  ]);
  return courseView(course, { judging, asOf, patient, unitName: unit?.name ?? null });
}

async function readCourse(store: Store, courseId: string): Promise<CourseView> {
  const { pool } = store.database;
  const patientId = await patientOfCourse(pool, courseId);
  if (patientId === undefined) throw unknownCourse();
  const courses = await readPatientCourses(pool, [patientId]);
  return viewOf(store, courseId, judgePatient(courses, store.judging, today(store)));
}

function addPageRoute(app: App, store: Store): void {
  const schema = {
    summary: "A course with every verdict explained",
    tags: ["courses"],
    params: ParamsSchema,
    response: { 200: CourseSchema, 404: ErrorSchema },
  };
  app.get("/api/courses/:courseId", { schema }, ({ params }) => readCourse(store, params.courseId));
}

function addRegistrationRoutes(app: App, store: Store): void {
  const registration = {
    summary: "Register events, correct or void earlier ones",
    description:
      "Written in one transaction and durable when answered. A record id that is sent again with the same content counts once.",
    tags: ["courses"],
    params: ParamsSchema,
    body: NewRecordsSchema,
    response: { 201: ChangedSchema, ...REFUSALS },
  };
  app.post("/api/courses/:courseId/records", { schema: registration }, async (request, reply) => {
    const { courseId } = request.params;
    const { patient, changed } = await register(store, courseId, request.body.records);
    reply.code(201);
    return { course: await viewOf(store, courseId, patient), changed: [...changed] };
  });

  const trial = {
    ...registration,
    summary: "What registering would change",
    description: "Nothing is written.",
    response: { 200: ChangedSchema, ...REFUSALS },
  };
  app.post("/api/courses/:courseId/preview", { schema: trial }, async ({ params, body }) => {
    const { courseId } = params;
    const { patient, changed } = await preview(store, courseId, body.records);
    return { course: await viewOf(store, courseId, patient), changed: [...changed] };
  });
}

function addOpeningRoute(app: App, store: Store): void {
  const schema = {
    summary: "Open a course with its first records",
    tags: ["courses"],
    body: NewCourseSchema,
    response: { 201: OpenedSchema, 400: ErrorSchema, 409: ErrorSchema, 422: ErrorSchema },
  };
  app.post("/api/courses", { schema }, async ({ body }, reply) => {
    const courseId = body.courseId ?? randomUUID();
    const { patient } = await openCourse(store, { ...body, courseId });
    reply.code(201);
    return { course: await viewOf(store, courseId, patient) };
  });
}

export function addCourseRoutes(app: App, store: Store): void {
  addPageRoute(app, store);
  addRegistrationRoutes(app, store);
  addOpeningRoute(app, store);
}
