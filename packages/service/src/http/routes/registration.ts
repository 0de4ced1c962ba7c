// Knows the routes that write: registration in a course, and the opening of one.
import { randomUUID } from "node:crypto";
import { canonicalHash } from "@rettvei/definitions";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { answeredOnce } from "../../registration/answered-once.ts";
import { openCourse, register } from "../../registration/register.ts";
import type { KeptAnswer } from "../../store/answered-requests.ts";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";
import { etagOf, versionOf } from "../course-version.ts";
import { ErrorSchema, IdSchema } from "../schemas/basics.ts";
import type { CourseView } from "../schemas/course.ts";
import {
  ChangedSchema,
  NewCourseSchema,
  NewRecordsSchema,
  OpenedSchema,
} from "../schemas/registration.ts";
import { ChangeHeadersSchema, KeyHeadersSchema, versioned } from "../schemas/writing.ts";
import { pageOf } from "../views/course-page.ts";

function created(view: { readonly course: CourseView }): KeptAnswer {
  return { status: 201, version: view.course.lastRecordSeq, text: JSON.stringify(view) };
}

/** Sends a kept answer as it was, letter by letter. */
function send(reply: FastifyReply, { status, version, text }: KeptAnswer): void {
  reply.code(status).headers({ etag: etagOf(version), "content-type": "application/json" });
  reply.send(text);
}

function addRecordsRoute(app: App, store: Store): void {
  const url = "/api/courses/:courseId/records";
  const schema = {
    summary: "Register events, correct or void earlier ones",
    description:
      "Written in one transaction and durable when answered. A record id that is sent again with the same content counts once.",
    tags: ["courses"],
    headers: ChangeHeadersSchema,
    params: Type.Object({ courseId: IdSchema }),
    body: NewRecordsSchema,
    response: {
      201: versioned(ChangedSchema),
      400: ErrorSchema,
      404: ErrorSchema,
      409: ErrorSchema,
      422: ErrorSchema,
      428: ErrorSchema,
    },
  };
  app.post(url, { schema }, async ({ headers, params, body }, reply) => {
    const { courseId } = params;
    const hash = canonicalHash(["POST", url, courseId, body]);
    const request = { key: headers["idempotency-key"], hash };
    const answer = await answeredOnce(store, request, async (client) => {
      const change = { courseId, seen: versionOf(headers["if-match"]), records: body.records };
      const { patient, changed } = await register(store, client, change);
      const view = { course: await pageOf(store, client, courseId, patient), changed };
      return created(view);
    });
    send(reply, answer);
    return reply;
  });
}

function addOpeningRoute(app: App, store: Store): void {
  const url = "/api/courses";
  const schema = {
    summary: "Open a course with its first records",
    tags: ["courses"],
    headers: KeyHeadersSchema,
    body: NewCourseSchema,
    response: {
      201: versioned(OpenedSchema),
      400: ErrorSchema,
      409: ErrorSchema,
      422: ErrorSchema,
    },
  };
  app.post(url, { schema }, async ({ headers, body }, reply) => {
    const request = { key: headers["idempotency-key"], hash: canonicalHash(["POST", url, body]) };
    const answer = await answeredOnce(store, request, async (client) => {
      const courseId = body.courseId ?? randomUUID();
      const { patient } = await openCourse(store, client, { ...body, courseId });
      return created({ course: await pageOf(store, client, courseId, patient) });
    });
    send(reply, answer);
    return reply;
  });
}

export function addRegistrationRoutes(app: App, store: Store): void {
  addRecordsRoute(app, store);
  addOpeningRoute(app, store);
}
