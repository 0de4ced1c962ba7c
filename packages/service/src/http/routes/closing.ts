// Knows the routes of the end of a course: its checklist, the discharge summary, closing, and opening again.
import type { Static } from "typebox";
import { Type } from "typebox";
import type { CourseClosing } from "../../course/closing/course-closing.ts";
import { sendSummary } from "../../course/closing/send-summary.ts";
import {
  checkClosing,
  closeCourse,
  closingNow,
  reopenCourse,
} from "../../course/closing/tell-closing.ts";
import { courseOf, type OfCourse } from "../../course/course-of.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { lastOfKind } from "../../facts/fact.ts";
import type { Judging } from "../../judging/judging.ts";
import { WRITTEN } from "../../outbox/message-facts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ChecksSchema,
  ClosingSchema,
  ClosureSchema,
  NewSummarySchema,
  ReopeningSchema,
  WrittenSummarySchema,
} from "../schemas/closing.ts";
import { mutable } from "../views/mutable.ts";
import { sourceView } from "../views/source-view.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });

function view(
  courseId: string,
  { items, ...closing }: CourseClosing,
  { bundle }: Judging,
): Static<typeof ClosingSchema> {
  const shown = items.map(({ id, text, role, source, is, note }) => ({
    item: id,
    text,
    role,
    source: sourceView(bundle, source),
    is,
    note,
  }));
  return { courseId, items: shown, ...mutable(closing) };
}

async function shown(telling: Telling, course: OfCourse) {
  const closing = await closingNow(telling, course);
  const body = view(course.courseId, closing, telling.store.judging);
  return { body, version: closing.version };
}

function addReadRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/closing",
    summary: "Where the closing of a course stands",
    tag: "closing",
    params: OfCourseSchema,
    answer: ClosingSchema,
    about: ({ params }) => params,
    read: async ({ store, client, actor, target }) =>
      shown({ store, client, actor }, courseOf(target)),
  });
}

function addChecksRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/closing/checks",
    summary: "Begin the closing of a course, or tell more of its checklist",
    tag: "closing",
    params: OfCourseSchema,
    body: ChecksSchema,
    answer: ClosingSchema,
    changes: true,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body, seen }) => {
      const telling = { store, client, actor };
      await checkClosing(telling, courseOf(target), { ...body, seen: seen() });
      return shown(telling, courseOf(target));
    },
  });
}

function addSummaryRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/discharge-summaries",
    summary: "Write the discharge summary to the GP and the referrer",
    tag: "closing",
    params: OfCourseSchema,
    body: NewSummarySchema,
    answer: WrittenSummarySchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body }) => {
      const { telephone, ...summary } = body;
      const course = courseOf(target);
      const facts = await sendSummary({ store, client, actor }, course, { ...summary, telephone });
      const messages = facts.flatMap((fact) => {
        const to = lastOfKind([fact], WRITTEN)?.body.to;
        if (to === undefined) return [];
        return [{ messageId: fact.matterId, to: to.kind, name: to.name, address: to.address }];
      });
      return { body: { messages }, version: facts.at(-1)?.seq ?? 0 };
    },
  });
}

function addClosingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/closing/closed",
    summary: "Close a course: its end is registered",
    tag: "closing",
    params: OfCourseSchema,
    body: ClosureSchema,
    answer: ClosingSchema,
    changes: true,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body, seen }) => {
      const telling = { store, client, actor };
      const { on, outcome, careNeed = null, reasonWithout = null } = body;
      const closure = { on, outcome, careNeed, reasonWithout, seen: seen() };
      await closeCourse(telling, courseOf(target), closure);
      return shown(telling, courseOf(target));
    },
  });
}

function addReopeningRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/closing/reopened",
    summary: "Open a course again that was closed by mistake",
    description: "A correction: its end is voided, and both stay readable.",
    tag: "closing",
    params: OfCourseSchema,
    body: ReopeningSchema,
    answer: ClosingSchema,
    changes: true,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body: { reason }, seen }) => {
      const telling = { store, client, actor };
      await reopenCourse(telling, courseOf(target), { reason, seen: seen() });
      return shown(telling, courseOf(target));
    },
  });
}

export function addClosingRoutes(guard: Guard): void {
  addReadRoute(guard);
  addChecksRoute(guard);
  addSummaryRoute(guard);
  addClosingRoute(guard);
  addReopeningRoute(guard);
}
