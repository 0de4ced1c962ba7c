// Knows the routes of access in an unforeseen situation: opened, ended, and looked into afterwards.
import type pg from "pg";
import { Type } from "typebox";
import { AppError } from "../../app-error.ts";
import { appendFact } from "../../facts/append-fact.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { matterAsSeen } from "../../facts/matter-as-seen.ts";
import { FACT_COLUMNS, type FactRow, factOf } from "../../facts/read-facts.ts";
import { GLASS_REVIEW, REVIEW_ASKED, REVIEWED } from "../../rights/break-glass.ts";
import { closeGlass, openGlass } from "../../rights/open-glass.ts";
import { coursesThere, openedBy } from "../../store/opened-glasses.ts";
import { readPatients } from "../../store/patients.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  GlassSchema,
  KeptSchema,
  OpenedSchema,
  OpenGlassSchema,
  ReviewResultSchema,
  ReviewsSchema,
} from "../schemas/rights.ts";
import { NothingSchema } from "../schemas/voice.ts";

const REVIEWS = `
  SELECT ${FACT_COLUMNS} FROM rettvei.fact
  WHERE matter_id IN (SELECT matter_id FROM rettvei.matter WHERE type = 'glass-review' AND unit_id = $1)
  ORDER BY matter_id, seq`;

async function reviewsOf(client: pg.ClientBase, unitId: string): Promise<readonly Fact[][]> {
  const query = { name: "glass-reviews", text: REVIEWS, values: [unitId] };
  const groups = new Map<string, Fact[]>();
  for (const row of (await client.query<FactRow>(query)).rows) {
    const fact = factOf(row);
    groups.set(fact.matterId, [...(groups.get(fact.matterId) ?? []), fact]);
  }
  return [...groups.values()];
}

function reviewView(facts: readonly Fact[]) {
  const asked = lastOfKind(facts, REVIEW_ASKED);
  if (asked === undefined) throw new Error("bug: a review that nobody asked for");
  const { openedByName, ground, reason, dueOn } = asked.body;
  return {
    reviewId: asked.matterId,
    state: lastOfKind(facts, REVIEWED)?.body.result ?? ("waiting" as const),
    ...{ openedByName, openedOn: asked.happenedOn, ground, reason, dueOn },
    version: facts.at(-1)?.seq ?? 0,
  };
}

function byMonth(days: readonly string[]) {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
  return [...counts].sort().map(([month, openings]) => ({ month, openings }));
}

function addOpenedRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/break-glass",
    summary: "What whoever asks has opened and may still read",
    tag: "rights",
    answer: OpenedSchema,
    read: async ({ store, client, actor }) => {
      const found = await openedBy(client, actor.actorId, store.now());
      const patientIds = found.map(({ patientId }) => patientId);
      const patients = await readPatients(client, patientIds);
      const opened = [];
      for (const { patientId, ...glass } of found) {
        const patient = patients.get(patientId) ?? { patientId, name: null, birthYear: null };
        const courses = [...(await coursesThere(client, patientId))];
        opened.push({ ...glass, patient, courses });
      }
      return { body: { opened }, patientIds };
    },
  });
}

function addOpeningRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/patients/:patientId/break-glass",
    summary: "Open one patient in an unforeseen situation",
    description:
      "For an hour, to whoever asks and nobody else. The patient sees it at once, and a leader looks into it within seven days.",
    tag: "rights",
    params: Type.Object({ patientId: IdSchema }),
    body: OpenGlassSchema,
    answer: GlassSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, params: { patientId }, body }) => {
      const telling = { store, client, actor };
      const { glassId, until, fact } = await openGlass(telling, actor, { patientId, ...body });
      return { body: { glassId, until }, version: fact.seq };
    },
  });
  addWriting(guard, {
    url: "/api/break-glass/:glassId/ended",
    summary: "Close again what was opened, before its time",
    tag: "rights",
    params: Type.Object({ glassId: IdSchema }),
    body: NothingSchema,
    answer: KeptSchema,
    changes: false,
    about: ({ params }) => ({ matterId: params.glassId }),
    write: async ({ store, client, actor, params: { glassId } }) => {
      const fact = await closeGlass({ store, client, actor }, glassId);
      return { body: { id: glassId, state: "ended" }, version: fact.seq };
    },
  });
}

export function addBreakGlassRoutes(guard: Guard): void {
  addOpenedRoute(guard);
  addOpeningRoutes(guard);
  addReading(guard, {
    url: "/api/units/:unitId/break-glass-reviews",
    summary: "What persons of a unit opened in unforeseen situations",
    tag: "rights",
    params: Type.Object({ unitId: IdSchema }),
    answer: ReviewsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { unitId } }) => {
      const groups = await reviewsOf(client, unitId);
      const patientIds = groups.flatMap(
        (facts) => lastOfKind(facts, REVIEW_ASKED)?.body.patientId ?? [],
      );
      const reviews = groups.map(reviewView);
      const statistics = byMonth(reviews.map(({ openedOn }) => openedOn));
      return { body: { reviews, statistics }, patientIds: [...new Set(patientIds)] };
    },
  });
  addWriting(guard, {
    url: "/api/break-glass-reviews/:reviewId/reviewed",
    summary: "Say whether an opening was justified",
    tag: "rights",
    params: Type.Object({ reviewId: IdSchema }),
    body: ReviewResultSchema,
    answer: KeptSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.reviewId }),
    write: async ({ store, client, actor, target, params: { reviewId }, body, seen }) => {
      const as = { matterId: reviewId, patientId: reviewId, seen: seen() };
      const facts = await matterAsSeen(client, GLASS_REVIEW, as);
      const asked = lastOfKind(facts, REVIEW_ASKED);
      // Nobody looks into what they did themselves.
      if (asked?.body.openedBy === actor.actorId) {
        throw new AppError("not-allowed", "review: expected somebody else than who opened it");
      }
      const about = { matterId: reviewId, patientId: null, courseId: null, unitId: target.unitId };
      const told = { ...about, happenedOn: today(store), body };
      const fact = await appendFact({ store, client, actor }, GLASS_REVIEW, REVIEWED, told);
      return { body: { id: reviewId, state: body.result }, version: fact.seq };
    },
  });
}
