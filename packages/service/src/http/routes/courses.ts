// Knows the routes that show a course: its page, and what registering would change.
import { Type } from "typebox";
import { courseOf } from "../../course/course-of.ts";
import { preview } from "../../registration/register.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { DateSchema, IdSchema } from "../schemas/basics.ts";
import { CourseSchema } from "../schemas/course.ts";
import { ChangedSchema, NewRecordsSchema } from "../schemas/registration.ts";
import { pageOf, readPage, readPageAsKnown } from "../views/course-page.ts";

const ParamsSchema = Type.Object({ courseId: IdSchema });
const KnownOnSchema = Type.Object(
  { "known-on": Type.Optional(DateSchema) },
  { additionalProperties: false },
);

function addPageRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId",
    summary: "A course with every verdict explained",
    description:
      "With `known-on` as it was at the end of that day: judged as of it, and by what was written by then. Such an answer has no version.",
    tag: "courses",
    params: ParamsSchema,
    query: KnownOnSchema,
    answer: CourseSchema,
    about: ({ params }) => ({ courseId: params.courseId }),
    read: async ({ store, client, target, params, query: { "known-on": day } }) => {
      if (day !== undefined)
        return { body: await readPageAsKnown(store, client, params.courseId, day) };
      const page = await readPage(store, client, courseOf(target));
      return { body: page, version: page.lastRecordSeq };
    },
  });
}

function addPreviewRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/preview",
    summary: "What registering would change",
    description: "Nothing is written, so neither key nor version is asked for.",
    tag: "courses",
    params: ParamsSchema,
    body: NewRecordsSchema,
    answer: ChangedSchema,
    errors: [409, 422],
    about: ({ params }) => ({ courseId: params.courseId }),
    read: async ({ store, client, params: { courseId }, body }) => {
      const { patient, changed } = await preview(store, client, courseId, body.records);
      const course = await pageOf(store, client, courseId, { patient });
      return { body: { course, changed: [...changed] } };
    },
  });
}

export function addCourseRoutes(guard: Guard): void {
  addPageRoute(guard);
  addPreviewRoute(guard);
}
