// Knows the routes of transfers: offered, answered, listed at both units, and shown with both clocks.

import type pg from "pg";
import type { TObject } from "typebox";
import { Type } from "typebox";
import type { Actor } from "../../access/actor.ts";
import { asSystem } from "../../access/as-system.ts";
import { maySeeCourse } from "../../access/may-see-course.ts";
import { patientIn } from "../../access/target.ts";
import {
  acceptTransfer,
  declineTransfer,
  type TransferSeen,
  withdrawTransfer,
} from "../../course/transfer/answer-transfer.ts";
import { clocksOf, linkedCourses } from "../../course/transfer/clocks.ts";
import { offerTransfer, sendToPrivateSpecialist } from "../../course/transfer/offer-transfer.ts";
import type { Transfer } from "../../course/transfer/transfer.ts";
import { type Store, today } from "../../store/store.ts";
import { openTransfersAt, readTransfer, readTransfers } from "../../store/transfers.ts";
import { addReading } from "../add-reading.ts";
import { addWriting, type Writing } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  AcceptanceSchema,
  CourseTransfersSchema,
  OfferSchema,
  PrivateSpecialistSchema,
  RefusedTransferSchema,
  TransferSchema,
  UnitTransfersSchema,
} from "../schemas/transfer.ts";
import { transferView } from "../views/transfer-view.ts";

const MOST = 500;
const CourseParamsSchema = Type.Object({ courseId: IdSchema });
const TransferParamsSchema = Type.Object({ transferId: IdSchema });

/** Of the courses those that whoever asks may see. */
async function visible(
  store: Store,
  client: pg.ClientBase,
  actor: Actor,
  patientId: string,
  courseIds: readonly string[],
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const courseId of courseIds) {
    if (await maySeeCourse(store, client, actor, { courseId, patientId })) seen.push(courseId);
  }
  return seen;
}

interface Showing {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly actor: Actor;
}

/** A transfer as its two units see it; the receiver's course only to those who may see it. */
async function shown({ store, client, actor }: Showing, transfer: Transfer) {
  const { patientId, newCourseId, version } = transfer;
  const own = newCourseId === null ? [] : [newCourseId];
  const courseIds = new Set(await visible(store, client, actor, patientId, own));
  return { body: await transferView(client, transfer, { from: null, courseIds }), version };
}

function addListRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/transfers",
    summary: "Transfers of a course, with the clocks of the courses that they link",
    tag: "transfers",
    params: CourseParamsSchema,
    answer: CourseTransfersSchema,
    about: ({ params }) => ({ courseId: params.courseId }),
    read: ({ store, client, actor, target, params: { courseId } }) =>
      // A transfer is of two courses: whoever sees one sees it, and of the other what they may.
      asSystem(client, async () => {
        const patientId = patientIn(target);
        const all = await readTransfers(client, patientId);
        const linked = linkedCourses(all, courseId);
        const courseIds = new Set(await visible(store, client, actor, patientId, linked));
        const transfers = [];
        for (const one of all) {
          if (one.courseId !== courseId && one.newCourseId !== courseId) continue;
          transfers.push(await transferView(client, one, { from: null, courseIds }));
        }
        const clocks = await clocksOf(store, client, patientId, [...courseIds]);
        return { body: { courseId, transfers, clocks: [...clocks] } };
      }),
  });
  addReading(guard, {
    url: "/api/units/:unitId/transfers",
    summary: "Offers that nobody has answered, to and from a unit, those due first",
    tag: "transfers",
    params: Type.Object({ unitId: IdSchema }),
    answer: UnitTransfersSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    read: async ({ store, client, params: { unitId } }) => {
      const open = await openTransfersAt(client, unitId, MOST);
      const seeing = { from: unitId, courseIds: new Set<string>() };
      const views = [];
      for (const one of open) views.push(await transferView(client, one, seeing));
      const body = {
        asOf: today(store),
        unitId,
        toHere: views.filter((view) => view.toUnitId === unitId),
        fromHere: views.filter((view) => view.toUnitId !== unitId),
      };
      return { body, patientIds: [...new Set(open.map(({ patientId }) => patientId))] };
    },
  });
}

function addOneRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/transfers/:transferId",
    summary: "A transfer",
    tag: "transfers",
    params: TransferParamsSchema,
    answer: TransferSchema,
    about: ({ params }) => ({ matterId: params.transferId }),
    read: async ({ store, client, actor, params: { transferId } }) =>
      asSystem(client, async () =>
        shown({ store, client, actor }, await readTransfer(client, transferId)),
      ),
  });
}

function addOfferRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/transfers",
    summary: "Offer a course to another unit",
    description: "Until that unit accepts, the course and the responsibility stay where they are.",
    tag: "transfers",
    params: CourseParamsSchema,
    body: OfferSchema,
    answer: TransferSchema,
    changes: false,
    about: ({ params }) => ({ courseId: params.courseId }),
    write: async (asked) =>
      asSystem(asked.client, async () => {
        const { toUnitId, reason, summary = null } = asked.body;
        const { courseId } = asked.params;
        const offer = { courseId, patientId: patientIn(asked.target), toUnitId, reason, summary };
        return shown(asked, await offerTransfer(asked, offer));
      }),
  });
  addWriting(guard, {
    url: "/api/courses/:courseId/private-specialist",
    summary: "Transfer a course to a private specialist, which ends it here",
    tag: "transfers",
    params: CourseParamsSchema,
    body: PrivateSpecialistSchema,
    answer: TransferSchema,
    changes: false,
    about: ({ params }) => ({ courseId: params.courseId }),
    write: async (asked) =>
      asSystem(asked.client, async () => {
        const { name, reason, on } = asked.body;
        const { courseId } = asked.params;
        const sending = { courseId, patientId: patientIn(asked.target), name, reason, on };
        return shown(asked, await sendToPrivateSpecialist(asked, sending));
      }),
  });
}

type Params = typeof TransferParamsSchema;
type Asked<B extends TObject> = Parameters<Writing<typeof TransferSchema, B, Params>["write"]>[0];

interface Answering<B extends TObject> {
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: B;
  readonly answerWith: (asked: Asked<B>, which: TransferSeen) => Promise<Transfer>;
}

function addAnswer<B extends TObject>(
  guard: Guard,
  { path, answerWith, ...route }: Answering<B>,
): void {
  addWriting(guard, {
    ...route,
    url: `/api/transfers/:transferId/${path}`,
    tag: "transfers",
    params: TransferParamsSchema,
    answer: TransferSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.transferId }),
    // Who accepts does not see the new course yet, and who sends or declines may see nothing any more.
    write: (asked) =>
      asSystem(asked.client, async () => {
        const { transferId } = asked.params;
        const which = { transferId, patientId: patientIn(asked.target), seen: asked.seen() };
        return shown(asked, await answerWith(asked, which));
      }),
  });
}

export function addTransferRoutes(guard: Guard): void {
  addListRoutes(guard);
  addOneRoute(guard);
  addOfferRoutes(guard);
  addAnswer(guard, {
    path: "accept",
    summary: "Take a course over",
    description:
      "Within a trust the unit changes. Between trusts the sender's course ends on the day that the receiver's own begins, on the date its edition names.",
    body: AcceptanceSchema,
    answerWith: (asked, which) => acceptTransfer(asked, which),
  });
  addAnswer(guard, {
    path: "decline",
    summary: "Decline a course, and say why",
    body: RefusedTransferSchema,
    answerWith: (asked, which) => declineTransfer(asked, which, asked.body.reason),
  });
  addAnswer(guard, {
    path: "withdraw",
    summary: "Take an offer back",
    body: RefusedTransferSchema,
    answerWith: (asked, which) => withdrawTransfer(asked, which, asked.body.reason),
  });
}
