// Knows the routes that show what a good referral holds, and check a draft against it.
import { Type } from "typebox";
import {
  editionInForce,
  missingPoints,
  referralChecklist,
} from "../../course/referral/referral-checklist.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { ErrorSchema, IdSchema } from "../schemas/basics.ts";
import { CheckedSchema, ChecklistSchema, DraftSchema } from "../schemas/referral.ts";
import { sourceView } from "../views/source-view.ts";

function addChecklistRoute({ app, store }: Guard): void {
  const schema = {
    summary: "What a good referral to a pathway holds, by the edition in force today",
    tags: ["referrals"],
    params: Type.Object({ pathway: IdSchema }),
    response: { 200: ChecklistSchema, 400: ErrorSchema },
  };
  app.get("/api/pathways/:pathway/referral-checklist", { schema }, async (request, reply) => {
    const { pathway } = request.params;
    const edition = editionInForce(store.judging, pathway, today(store));
    const items = referralChecklist(edition).map(({ id: item, text, role, source }) => {
      return { item, text, role, source: sourceView(store.judging.bundle, source) };
    });
    return reply.send({ pathway, edition: edition.edition, items });
  });
}

function addCheckRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/referrals/check",
    summary: "Which points a draft of a referral lacks",
    description: "Nothing is written. Points that are missing never hold up an emergency.",
    tag: "referrals",
    body: DraftSchema,
    answer: CheckedSchema,
    read: async ({ store: { judging, ...store }, body: { pathway, urgency, points } }) => {
      const edition = editionInForce(judging, pathway, today({ judging, ...store }));
      const ids = missingPoints(edition, points);
      const items = referralChecklist(edition).filter(({ id }) => ids.includes(id));
      const missing = items.map(({ id: item, text }) => ({ item, text }));
      return { body: { missing, mayBeSent: missing.length === 0 || urgency === "emergency" } };
    },
  });
}

export function addReferralChecklistRoutes(guard: Guard): void {
  addChecklistRoute(guard);
  addCheckRoute(guard);
}
