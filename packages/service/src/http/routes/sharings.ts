// Knows the routes of sharing: what of a course a municipality may see, until when, on which ground, and its end.
import type pg from "pg";
import { Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import { dayToCome } from "../../course/days-told.ts";
import { courseSharings, endSharing, sharingOf } from "../../course/sharing/course-sharings.ts";
import { SHARING, share } from "../../course/sharing/sharing.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { readSharedWithUnit } from "../../store/shared-with-unit.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  EndedSharingSchema,
  NewSharingSchema,
  SharedCoursesSchema,
  SharingSchema,
  SharingsSchema,
} from "../schemas/sharing.ts";
import { mutable } from "../views/mutable.ts";

const LONGEST_LIST = 500;
const OfCourseSchema = Type.Object({ courseId: IdSchema });

async function sharingNow(client: pg.ClientBase, sharingId: string) {
  const sharing = sharingOf(await factsOfType(client, sharingId, SHARING));
  return { body: mutable(sharing), version: sharing.version };
}

function addListRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/sharings",
    summary: "With whom outside a course is shared, and was",
    tag: "municipality",
    params: OfCourseSchema,
    answer: SharingsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => ({
      body: { sharings: mutable(courseSharings(await factsOfCourse(client, courseId))) },
    }),
  });
}

function addSharingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/sharings",
    summary: "Share something of a course with a municipal unit",
    tag: "municipality",
    params: OfCourseSchema,
    body: NewSharingSchema,
    answer: SharingSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body }) => {
      const { municipalUnitId: unitId, what, until, ground } = body;
      if (until !== undefined) dayToCome(store, until, "/until");
      const terms = { ground, what, until: until ?? null };
      const shared = { as: "municipality", personId: null, unitId, ...terms } as const;
      const fact = await share({ store, client, actor }, { ...courseOf(target), ...shared });
      return sharingNow(client, fact.matterId);
    },
  });
}

function addEndingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/sharings/:sharingId/ended",
    summary: "End a sharing: from the next request on nothing of it is shown",
    tag: "municipality",
    params: Type.Object({ sharingId: IdSchema }),
    body: EndedSharingSchema,
    answer: SharingSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.sharingId }),
    write: async ({ store, client, actor, target, params: { sharingId }, body, seen }) => {
      const matter = { matterId: sharingId, patientId: patientIn(target), seen: seen() };
      await endSharing({ store, client, actor }, matter, body.reason);
      return sharingNow(client, sharingId);
    },
  });
}

function addSharedWithRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/shared-courses",
    summary: "Courses that are shared with a municipal unit",
    tag: "municipality",
    params: Type.Object({ unitId: IdSchema }),
    answer: SharedCoursesSchema,
    about: ({ params }) => params,
    read: async ({ store, client, params: { unitId } }) => {
      const asOf = today(store);
      const found = await readSharedWithUnit(client, unitId, asOf, LONGEST_LIST);
      const courses = found.map(({ patientId, name, birthYear, ...row }) => {
        const { followUpId, followUpState: state, confirmBy, what, ...course } = row;
        const followUp =
          followUpId === null || state === null ? null : { followUpId, state, confirmBy };
        const patient = { patientId, name, birthYear };
        return { ...course, patient, what: what === null ? null : [...what], followUp };
      });
      const patientIds = [...new Set(found.map(({ patientId }) => patientId))];
      return { body: { asOf, courses }, patientIds };
    },
  });
}

export function addSharingRoutes(guard: Guard): void {
  addSharedWithRoute(guard);
  addListRoute(guard);
  addSharingRoute(guard);
  addEndingRoute(guard);
}
