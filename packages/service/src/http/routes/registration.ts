// Knows the routes that write: registration in a course, and the opening of one.
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { courseOf } from "../../course/course-of.ts";
import { settleProposals } from "../../course/proposal/propose.ts";
import { refuseDeadlineMoves } from "../../course/referral/refuse-deadline-move.ts";
import { refuseRunningTwin } from "../../course/running-twin.ts";
import { openCourse, readToRegister, sendRecords } from "../../registration/register.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ChangedSchema,
  NewCourseSchema,
  NewRecordsSchema,
  OpenedSchema,
} from "../schemas/registration.ts";
import { pageOf } from "../views/course-page.ts";

function addRecordsRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/records",
    summary: "Register events, correct or void earlier ones",
    description:
      "Written in one transaction and durable when answered. A record id that is sent again with the same content counts once.",
    tag: "courses",
    params: Type.Object({ courseId: IdSchema }),
    body: NewRecordsSchema,
    answer: ChangedSchema,
    changes: true,
    about: ({ params }) => ({ courseId: params.courseId }),
    reads: ({ client, target, body }) =>
      readToRegister(client, courseOf(target), body.records.length),
    write: async ({ store, client, actor, target, params: { courseId }, body, seen }, read) => {
      const change = { courseId, seen: seen(), records: body.records };
      await refuseDeadlineMoves(client, courseId, body.records);
      const entry = { recordedBy: actor.actorId, entered: "by-hand" } as const;
      const { registered, sent } = sendRecords(store, client, read, change, entry);
      if (registered.hadProposals)
        await settleProposals({ store, client, actor }, courseOf(target));
      const course = await pageOf(store, client, courseId, registered);
      const answered = { course, changed: [...registered.changed] };
      return { body: answered, version: course.lastRecordSeq, sent };
    },
  });
}

function addOpeningRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses",
    summary: "Open a course with its first records",
    tag: "courses",
    body: NewCourseSchema,
    answer: OpenedSchema,
    changes: false,
    about: ({ body }) => ({ unitId: body.unitId }),
    write: async ({ store, client, actor, body }) => {
      const courseId = body.courseId ?? randomUUID();
      const entry = { recordedBy: actor.actorId, entered: "by-hand" } as const;
      const opened = await openCourse(store, client, { ...body, courseId }, entry);
      if (body.records.some((one) => "event" in one && one.event === "pathway-start")) {
        const { patientId, pathway, unitId } = body;
        await refuseRunningTwin({ store, client, actor }, { courseId, patientId, pathway, unitId });
      }
      const course = await pageOf(store, client, courseId, opened);
      return {
        body: { course },
        version: course.lastRecordSeq,
        patientIds: [body.patientId],
      };
    },
  });
}

export function addRegistrationRoutes(guard: Guard): void {
  addRecordsRoute(guard);
  addOpeningRoute(guard);
}
