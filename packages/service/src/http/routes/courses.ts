// Knows the routes that show a course: its page, and what registering would change.
import { Type } from "typebox";
import { preview } from "../../registration/register.ts";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";
import { etagOf } from "../course-version.ts";
import { ErrorSchema, IdSchema } from "../schemas/basics.ts";
import { CourseSchema } from "../schemas/course.ts";
import { ChangedSchema, NewRecordsSchema } from "../schemas/registration.ts";
import { versioned } from "../schemas/writing.ts";
import { pageOf, readPage } from "../views/course-page.ts";

const ParamsSchema = Type.Object({ courseId: IdSchema });

function addPageRoute(app: App, store: Store): void {
  const schema = {
    summary: "A course with every verdict explained",
    tags: ["courses"],
    params: ParamsSchema,
    response: { 200: versioned(CourseSchema), 404: ErrorSchema },
  };
  app.get("/api/courses/:courseId", { schema }, async ({ params }, reply) => {
    const page = await readPage(store, params.courseId);
    reply.header("etag", etagOf(page.lastRecordSeq));
    return page;
  });
}

function addPreviewRoute(app: App, store: Store): void {
  const schema = {
    summary: "What registering would change",
    description: "Nothing is written, so neither key nor version is asked for.",
    tags: ["courses"],
    params: ParamsSchema,
    body: NewRecordsSchema,
    response: {
      200: ChangedSchema,
      400: ErrorSchema,
      404: ErrorSchema,
      409: ErrorSchema,
      422: ErrorSchema,
    },
  };
  app.post("/api/courses/:courseId/preview", { schema }, async ({ params, body }) => {
    const { courseId } = params;
    const { patient, changed } = await preview(store, courseId, body.records);
    const course = await pageOf(store, store.database.pool, courseId, patient);
    return { course, changed: [...changed] };
  });
}

export function addCourseRoutes(app: App, store: Store): void {
  addPageRoute(app, store);
  addPreviewRoute(app, store);
}
