// Knows the routes of assignments: who has which task in a course, and which courses nobody coordinates yet.
import { daysBetween } from "@rettvei/engine";
import { Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { assign, endAssignment } from "../../course/assignment/assign.ts";
import {
  type CourseAssignments,
  courseAssignments,
} from "../../course/assignment/course-assignments.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import {
  countNotAssigned,
  type NotAssignedRow,
  readNotAssigned,
} from "../../store/not-assigned.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import {
  AssignmentsSchema,
  EndedTaskSchema,
  NewHolderSchema,
  NotAssignedQuerySchema,
  NotAssignedSchema,
} from "../schemas/assignment.ts";
import { IdSchema } from "../schemas/basics.ts";
import { cursorOf, placeAfter } from "../views/list-place.ts";

const PAGE = 50;
const ParamsSchema = Type.Object({ courseId: IdSchema });

function shown(courseId: string, { version, held, open, earlier }: CourseAssignments) {
  const tenures = (list: CourseAssignments["held"]) =>
    list.map((tenure) => ({ ...tenure, notes: [...tenure.notes] }));
  const body = { courseId, held: tenures(held), open: [...open], earlier: tenures(earlier) };
  return { body, version };
}

function addReadRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/assignments",
    summary: "Who has which task in a course, and who had before",
    tag: "courses",
    params: ParamsSchema,
    answer: AssignmentsSchema,
    about: ({ params }) => ({ courseId: params.courseId }),
    read: async ({ client, params: { courseId } }) =>
      shown(courseId, courseAssignments(await factsOfCourse(client, courseId))),
  });
}

function addAssignRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/assignments",
    summary: "Give a task to a person, or hand it over",
    description:
      "If-Match is the ETag of the course's assignments: of two who assign at once, one wins and the other is told.",
    tag: "courses",
    params: ParamsSchema,
    body: NewHolderSchema,
    answer: AssignmentsSchema,
    changes: true,
    about: ({ params }) => ({ courseId: params.courseId }),
    write: async ({ store, client, actor, target, params: { courseId }, body, seen }) => {
      const task = { courseId, patientId: patientIn(target), role: body.role, seen: seen() };
      const { personId, personName, unitId = null, phone = null, note = null, on } = body;
      const holder = { personId, personName, unitId, phone, note, on };
      return shown(courseId, await assign({ store, client, actor }, task, holder));
    },
  });
}

function addEndRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/assignments/end",
    summary: "End a task without a successor",
    tag: "courses",
    params: ParamsSchema,
    body: EndedTaskSchema,
    answer: AssignmentsSchema,
    changes: true,
    about: ({ params }) => ({ courseId: params.courseId }),
    write: async ({ store, client, actor, target, params: { courseId }, body, seen }) => {
      const task = { courseId, patientId: patientIn(target), role: body.role, seen: seen() };
      const telling = { store, client, actor };
      return shown(courseId, await endAssignment(telling, task, body.note ?? null));
    },
  });
}

function rowView(row: NotAssignedRow, asOf: NotAssignedRow["first_on"]) {
  const { next_on: on, next_kind: kind } = row;
  return {
    courseId: row.course_id,
    patient: { patientId: row.patient_id, name: row.name, birthYear: row.birth_year },
    pathway: row.pathway,
    phase: row.phase,
    firstOn: row.first_on,
    daysWithout: daysBetween(row.first_on, asOf),
    nextStep: row.next_step,
    nextDate: on === null || kind === null ? null : { on, kind },
  };
}

function addNotAssignedRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/not-assigned",
    summary: "A unit's running courses that nobody coordinates yet, the oldest first",
    tag: "units",
    params: Type.Object({ unitId: IdSchema }),
    query: NotAssignedQuerySchema,
    answer: NotAssignedSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    before: (store) => refreshOutlived(store, today(store)),
    read: async ({ store, client, params: { unitId }, query: { limit = PAGE, after } }) => {
      const asOf = today(store);
      const place = placeAfter(after);
      const found = await readNotAssigned(client, unitId, place, limit + 1);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const more = last !== undefined && found.length > limit;
      const body = {
        asOf,
        unitId,
        count: await countNotAssigned(client, unitId),
        rows: rows.map((row) => rowView(row, asOf)),
        next: more ? cursorOf(last.first_on, last.course_id) : null,
      };
      return { body, patientIds: [...new Set(rows.map((row) => row.patient_id))] };
    },
  });
}

export function addAssignmentRoutes(guard: Guard): void {
  addReadRoute(guard);
  addAssignRoute(guard);
  addEndRoute(guard);
  addNotAssignedRoute(guard);
}
