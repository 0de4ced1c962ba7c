// Knows the routes of referrals: sent, shown, listed, changed and withdrawn.
import { daysBetween } from "@rettvei/engine";
import type { Static } from "typebox";
import { Type } from "typebox";
import type { Actor } from "../../access/actor.ts";
import { asSystem } from "../../access/as-system.ts";
import { patientIn } from "../../access/target.ts";
import { AppError } from "../../app-error.ts";
import { cancelReferral, changeReferral } from "../../course/referral/change-referral.ts";
import { isPersonNumber } from "../../course/referral/person-number.ts";
import { referralOf } from "../../course/referral/referral.ts";
import { type NewReferral, sendReferral } from "../../course/referral/send-referral.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { readPatient } from "../../store/patients.ts";
import { deleteDraft } from "../../store/referral-drafts.ts";
import {
  readReferralsSentBy,
  readUnread,
  readWaitingReferrals,
} from "../../store/referral-lists.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { NotAssignedQuerySchema } from "../schemas/assignment.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  CancellationSchema,
  MyReferralsSchema,
  NewReferralSchema,
  ReferralChangeSchema,
  ReferralSchema,
  ReferralStatusSchema,
  WaitingReferralsSchema,
} from "../schemas/referral.ts";
import { cursorOf, placeAfter } from "../views/list-place.ts";
import { referralView, statusView, withoutWords } from "../views/referral-view.ts";

const PAGE = 50;
const MOST = 500;
const ParamsSchema = Type.Object({ referralId: IdSchema });

type Body = Static<typeof NewReferralSchema>;

function wrong(path: string, expected: string, found: string): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", [
    { path, expected, found },
  ]);
}

/** A referrer names the patient by number and sends today; only a unit enters one of a known patient, or on paper. */
function patientOf({ patient }: Body, { role }: Actor): NewReferral["patient"] {
  if ("patientId" in patient) {
    if (role === "coordinator") return patient;
    throw wrong("/patient/personNumber", "the patient's person number", "nothing");
  }
  const { personNumber, name, birthYear = null } = patient;
  if (isPersonNumber(personNumber)) return { personNumber, name, birthYear };
  throw wrong("/patient/personNumber", "a person number whose check digits are right", "another");
}

function newReferral(body: Body, actor: Actor): NewReferral {
  const sends = actor.role === "referrer";
  if (sends && body.receivedOn !== undefined) throw wrong("/receivedOn", "no such field", "a date");
  return {
    unitId: body.unitId,
    pathway: body.pathway,
    urgency: body.urgency,
    patient: patientOf(body, actor),
    receivedOn: body.receivedOn,
    referrer: body.referrer,
    referrerId: sends ? actor.actorId : null,
    gp: body.gp ?? null,
    tellGp: body.tellGp ?? false,
    points: body.points,
    incompleteBecause: body.incompleteBecause ?? null,
    patientWords: body.patientWords ?? null,
    attachment: body.attachment ?? null,
    onward: body.onward ?? null,
    language: body.language ?? "nb",
  };
}

function addSendRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/referrals",
    summary: "Send a referral, or enter one that came on paper",
    description:
      "Opens a course at the unit with the record that the referral was received: the day by which the law wants it assessed is on the work list at once.",
    tag: "referrals",
    body: NewReferralSchema,
    answer: ReferralSchema,
    changes: false,
    about: ({ body }) => ({ unitId: body.unitId }),
    write: async ({ store, client, actor, body }) => {
      const { draftId } = body;
      const sent = await sendReferral({ store, client, actor }, newReferral(body, actor));
      if (draftId !== undefined) await deleteDraft(client, draftId, actor.actorId);
      const view = await asSystem(client, () => referralView(store.judging, client, sent));
      // Who refers is told what was written, and not what else is known of the patient.
      const name = "name" in body.patient ? body.patient.name : view.patient.name;
      const patient =
        actor.role === "referrer" ? { ...view.patient, name, birthYear: null } : view.patient;
      return { body: { ...view, patient }, version: sent.version, patientIds: [sent.patientId] };
    },
  });
}

function addReadRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/referrals/:referralId",
    summary: "A referral whole, and what came of it",
    description: "A leader sees it without anybody's own words.",
    tag: "referrals",
    params: ParamsSchema,
    answer: ReferralSchema,
    about: ({ params }) => ({ matterId: params.referralId }),
    read: async ({ store, client, actor, params }) => {
      const referral = referralOf(await factsOfMatter(client, params.referralId));
      const view = await referralView(store.judging, client, referral);
      const body = actor.role === "leader" ? withoutWords(view) : view;
      return { body, version: referral.version };
    },
  });
  addReading(guard, {
    url: "/api/referrals/:referralId/status",
    summary: "What came of a referral",
    tag: "referrals",
    params: ParamsSchema,
    answer: ReferralStatusSchema,
    about: ({ params }) => ({ matterId: params.referralId }),
    read: async ({ client, params }) => {
      const referral = referralOf(await factsOfMatter(client, params.referralId));
      return { body: await statusView(client, referral), version: referral.version };
    },
  });
}

function addWaitingRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/referrals",
    summary: "Referrals that wait to be assessed at a unit, by the day they are due",
    tag: "referrals",
    params: Type.Object({ unitId: IdSchema }),
    query: NotAssignedQuerySchema,
    answer: WaitingReferralsSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    read: async ({ store, client, params: { unitId }, query: { limit = PAGE, after } }) => {
      const asOf = today(store);
      const found = await readWaitingReferrals(client, unitId, placeAfter(after), limit + 1);
      const page = found.slice(0, limit);
      const rows = [];
      for (const { referral_id: referralId, due_on: dueOn } of page) {
        const { courseId, patientId, receivedOn, content } = referralOf(
          await factsOfMatter(client, referralId),
        );
        const { pathway, urgency, missing } = content;
        const patient = await readPatient(client, patientId);
        const days = { receivedOn, dueOn, daysLeft: daysBetween(asOf, dueOn) };
        const what = { pathway, urgency, missing: missing.length };
        rows.push({ referralId, courseId, patient, ...what, ...days });
      }
      const last = page.at(-1);
      const more = last !== undefined && found.length > limit;
      const next = more ? cursorOf(last.due_on, last.referral_id) : null;
      const patientIds = [...new Set(rows.map(({ patient }) => patient.patientId))];
      return { body: { asOf, unitId, rows, next }, patientIds };
    },
  });
}

function addMineRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/my-referrals",
    summary: "Referrals that who asks has sent, and what came of them",
    tag: "referrals",
    answer: MyReferralsSchema,
    read: async ({ client, actor }) => {
      const ids = await readReferralsSentBy(client, actor.actorId, MOST);
      const found = [];
      for (const id of ids) found.push(referralOf(await factsOfMatter(client, id)));
      found.sort((a, b) => b.version - a.version);
      const courseIds = found.map(({ courseId }) => courseId);
      const unread = await readUnread(client, actor.actorId, courseIds);
      const referrals = [];
      for (const referral of found) {
        const fresh = unread.get(referral.courseId) ?? 0;
        referrals.push({ ...(await statusView(client, referral)), unread: fresh });
      }
      return { body: { referrals }, patientIds: [...new Set(found.map((one) => one.patientId))] };
    },
  });
}

function addChangeRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/referrals/:referralId/changes",
    summary: "Add to a referral that waits, or say it anew",
    tag: "referrals",
    params: ParamsSchema,
    body: ReferralChangeSchema,
    answer: ReferralSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.referralId }),
    write: async ({ store, client, actor, target, params: { referralId }, body, seen }) => {
      const which = { referralId, patientId: patientIn(target), seen: seen() };
      const { urgency, points = [], patientWords, note } = body;
      const change = { urgency, points, patientWords, note };
      return asSystem(client, async () => {
        const referral = await changeReferral({ store, client, actor }, which, change);
        const view = await referralView(store.judging, client, referral);
        return { body: view, version: referral.version };
      });
    },
  });
  addWriting(guard, {
    url: "/api/referrals/:referralId/cancel",
    summary: "Withdraw a referral that waits",
    tag: "referrals",
    params: ParamsSchema,
    body: CancellationSchema,
    answer: ReferralStatusSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.referralId }),
    write: async ({ store, client, actor, target, params: { referralId }, body, seen }) => {
      const which = { referralId, patientId: patientIn(target), seen: seen() };
      return asSystem(client, async () => {
        const referral = await cancelReferral({ store, client, actor }, which, body.reason);
        return { body: await statusView(client, referral), version: referral.version };
      });
    },
  });
}

export function addReferralRoutes(guard: Guard): void {
  addSendRoute(guard);
  addReadRoutes(guard);
  addWaitingRoute(guard);
  addMineRoute(guard);
  addChangeRoutes(guard);
}
