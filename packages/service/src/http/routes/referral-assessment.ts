// Knows the routes by which a unit decides of a referral: a right, none, on to another unit; and a deadline moved.

import type { TObject } from "typebox";
import { Type } from "typebox";
import { asSystem } from "../../access/as-system.ts";
import { patientIn } from "../../access/target.ts";
import { grantRight, refuseRight } from "../../course/referral/assess-referral.ts";
import { sendReferralOn } from "../../course/referral/change-referral.ts";
import { moveLegalDeadline } from "../../course/referral/move-legal-deadline.ts";
import { type Referral, referralOf } from "../../course/referral/referral.ts";
import { grantedLetter, refusedLetter } from "../../course/referral/referral-letter.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { readEarlierCourses } from "../../store/earlier-courses.ts";
import { readUnit } from "../../store/units.ts";
import { addReading } from "../add-reading.ts";
import { addWriting, type Writing } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import {
  DeadlineMoveSchema,
  EarlierCoursesSchema,
  GrantSchema,
  LetterDraftSchema,
  LetterSchema,
  RefusalSchema,
  SendingOnSchema,
} from "../schemas/assessment.ts";
import { IdSchema } from "../schemas/basics.ts";
import { ReferralSchema } from "../schemas/referral.ts";
import { referralView } from "../views/referral-view.ts";

const ParamsSchema = Type.Object({ referralId: IdSchema });
type Params = typeof ParamsSchema;
type Asked<B extends TObject> = Parameters<Writing<typeof ReferralSchema, B, Params>["write"]>[0];

interface Deciding<B extends TObject> {
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: B;
  readonly decide: (
    asked: Asked<B>,
    which: { readonly referralId: string; readonly patientId: string; readonly seen: number },
  ) => Promise<Referral>;
}

function addDecision<B extends TObject>(
  guard: Guard,
  { path, decide, ...route }: Deciding<B>,
): void {
  addWriting(guard, {
    ...route,
    url: `/api/referrals/:referralId/${path}`,
    tag: "referrals",
    params: ParamsSchema,
    answer: ReferralSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.referralId }),
    write: async (asked) => {
      const { referralId } = asked.params;
      const which = { referralId, patientId: patientIn(asked.target), seen: asked.seen() };
      // What is decided may end what the unit sees, or begin a course that it does not see yet.
      return asSystem(asked.client, async () => {
        const referral = await decide(asked, which);
        const body = await referralView(asked.store.judging, asked.client, referral);
        return { body, version: referral.version };
      });
    },
  });
}

function addLetterRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/referrals/:referralId/letter",
    summary: "The letter to the patient that a decision would give",
    description: "Nothing is written or sent. In the language of the referral.",
    tag: "referrals",
    params: ParamsSchema,
    body: LetterDraftSchema,
    answer: LetterSchema,
    about: ({ params }) => ({ matterId: params.referralId }),
    read: async ({ client, params, body }) => {
      const referral = referralOf(await factsOfMatter(client, params.referralId));
      const { name } = await readUnit(client, referral.unitId);
      const { decision, legalDeadline = null, careFrom = null, text = null } = body;
      const { reasons = null, furtherMeasures = null, howToComplain = null } = body;
      const letter =
        decision === "grant"
          ? grantedLetter(referral, name, { legalDeadline, careFrom, text })
          : refusedLetter(referral, name, { reasons, furtherMeasures, howToComplain });
      return { body: letter };
    },
  });
}

function addEarlierCoursesRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/referrals/:referralId/earlier-courses",
    summary: "The patient's other courses of the pathway that is asked for",
    tag: "referrals",
    params: ParamsSchema,
    answer: EarlierCoursesSchema,
    about: ({ params }) => ({ matterId: params.referralId }),
    read: async ({ client, params }) => {
      const { patientId, courseId, content } = referralOf(
        await factsOfMatter(client, params.referralId),
      );
      const course = { patientId, courseId, pathway: content.pathway };
      return { body: { courses: [...(await readEarlierCourses(client, course))] } };
    },
  });
}

export function addReferralAssessmentRoutes(guard: Guard): void {
  addLetterRoute(guard);
  addEarlierCoursesRoute(guard);
  addDecision(guard, {
    path: "grant",
    summary: "Give the right to health care, with the patient's own legal deadline",
    description:
      "Registers the assessment and the start of the course on the date that the edition names. A second running course of the pathway at the trust is refused (409 `already-running`).",
    body: GrantSchema,
    decide: (asked, which) => {
      const { assessedOn, ...body } = asked.body;
      const { condition = null, severity = null, careFrom = null, text = null } = body;
      const { pathway, grantedFor, legalDeadline, author } = body;
      const whole = {
        pathway,
        condition,
        severity,
        grantedFor,
        legalDeadline,
        careFrom,
        text,
        author,
      };
      return grantRight(asked, which, { assessedOn, body: whole });
    },
  });
  addDecision(guard, {
    path: "refuse",
    summary: "Give no right, with a reply that helps the patient on",
    body: RefusalSchema,
    decide: (asked, which) => {
      const { assessedOn, reasons, furtherMeasures, howToComplain, author } = asked.body;
      const body = { reasons, furtherMeasures, howToComplain, author };
      return refuseRight(asked, which, { assessedOn, body });
    },
  });
  addDecision(guard, {
    path: "send-on",
    summary: "Send a referral on to another unit",
    description:
      "The day by which it is to be assessed stays: the patient has waited since it first came.",
    body: SendingOnSchema,
    decide: (asked, which) => sendReferralOn(asked, which, asked.body),
  });
  addDecision(guard, {
    path: "legal-deadline",
    summary: "Move the legal deadline, for a reason that is told",
    body: DeadlineMoveSchema,
    decide: (asked, which) => {
      const { to, reason, note = null } = asked.body;
      return moveLegalDeadline(asked, which, { to, reason, note });
    },
  });
}
