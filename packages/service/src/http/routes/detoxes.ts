// Knows the routes of detoxes: planned and held against the edition's limit, ended, followed, called off.
import { Type } from "typebox";
import { patientIn, type Target } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import { courseDetoxes, type Detox, detoxOf } from "../../course/detox/course-detoxes.ts";
import { DETOX } from "../../course/detox/detox.ts";
import { detoxGap } from "../../course/detox/detox-gap.ts";
import { cancelDetox, endDetox, followDetox, planDetox } from "../../course/detox/tell-detox.ts";
import { courseNow } from "../../course/proposal/propose.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { factsOfType, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { openMattersOfUnit } from "../../facts/open-matters.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  CancelledDetoxSchema,
  DayOfDetoxSchema,
  DetoxesSchema,
  DetoxSchema,
  NewDetoxSchema,
} from "../schemas/detox.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfDetoxSchema = Type.Object({ detoxId: IdSchema });
const LONGEST_LIST = 200;
const aboutDetox = ({ params }: { params: { detoxId: string } }) => ({ matterId: params.detoxId });

async function view(telling: Telling, detox: Detox) {
  const course = await courseNow(telling, detox);
  return { ...detox, gap: detoxGap(telling.store.judging, course, detox) };
}

async function detoxNow(telling: Telling, detoxId: string) {
  const detox = detoxOf(await factsOfType(telling.client, detoxId, DETOX));
  return { body: await view(telling, detox), version: detox.version };
}

function seenDetox(matterId: string, target: Target, seen: () => number): SeenMatter {
  return { matterId, patientId: patientIn(target), seen: seen() };
}

function addListRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/detoxes",
    summary: "A course's detoxes, with the days until the next treatment",
    tag: "detox",
    params: OfCourseSchema,
    answer: DetoxesSchema,
    about: ({ params }) => params,
    read: async ({ store, client, actor, params: { courseId } }) => {
      const telling = { store, client, actor };
      const detoxes = [];
      for (const one of courseDetoxes(await factsOfCourse(client, courseId))) {
        detoxes.push(await view(telling, one));
      }
      return { body: { detoxes } };
    },
  });
  addReading(guard, {
    url: "/api/units/:unitId/detoxes",
    summary: "A unit's detoxes that are not yet followed by treatment, those that end first",
    tag: "detox",
    params: Type.Object({ unitId: IdSchema }),
    answer: DetoxesSchema,
    about: ({ params }) => params,
    read: async ({ store, client, actor, params: { unitId } }) => {
      const detoxes = [];
      for (const { matterId } of await openMattersOfUnit(
        client,
        unitId,
        DETOX.type,
        LONGEST_LIST,
      )) {
        detoxes.push((await detoxNow({ store, client, actor }, matterId)).body);
      }
      return { body: { detoxes }, patientIds: [...new Set(detoxes.map((one) => one.patientId))] };
    },
  });
}

function addPlanningRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/detoxes",
    summary: "Plan the end of a detox and the start of the next treatment",
    description:
      "Planned again, it is the same detox on other days. The answer tells the days between.",
    tag: "detox",
    params: OfCourseSchema,
    body: NewDetoxSchema,
    answer: DetoxSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body }) => {
      const { endOn, nextStartOn = null, nextWhere = null, careLevel = null } = body;
      const telling = { store, client, actor };
      const detox = { endOn, nextStartOn, nextWhere, careLevel };
      return detoxNow(telling, await planDetox(telling, courseOf(target), detox));
    },
  });
}

function addTellingRoutes(guard: Guard): void {
  const dated = [
    ["ended", "Tell that the detox has ended", endDetox],
    ["followed", "Tell that the next treatment has started", followDetox],
  ] as const;
  for (const [path, summary, tell] of dated) {
    addWriting(guard, {
      url: `/api/detoxes/:detoxId/${path}`,
      summary,
      description: "Its registration is proposed.",
      tag: "detox",
      params: OfDetoxSchema,
      body: DayOfDetoxSchema,
      answer: DetoxSchema,
      changes: true,
      about: aboutDetox,
      write: async ({ store, client, actor, target, params: { detoxId }, body, seen }) => {
        const telling = { store, client, actor };
        await tell(telling, seenDetox(detoxId, target, seen), body.on);
        return detoxNow(telling, detoxId);
      },
    });
  }
  addWriting(guard, {
    url: "/api/detoxes/:detoxId/cancelled",
    summary: "Tell that the detox, or the treatment after it, comes to nothing",
    tag: "detox",
    params: OfDetoxSchema,
    body: CancelledDetoxSchema,
    answer: DetoxSchema,
    changes: true,
    about: aboutDetox,
    write: async ({ store, client, actor, target, params: { detoxId }, body, seen }) => {
      const telling = { store, client, actor };
      await cancelDetox(telling, seenDetox(detoxId, target, seen), body.reason);
      return detoxNow(telling, detoxId);
    },
  });
}

export function addDetoxRoutes(guard: Guard): void {
  addListRoutes(guard);
  addPlanningRoute(guard);
  addTellingRoutes(guard);
}
