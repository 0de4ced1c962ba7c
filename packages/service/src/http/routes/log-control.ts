// Knows the routes of the log control: accesses with a sign, looked into, explained by a leader, and decided.
import { daysBetween } from "@rettvei/engine";
import type pg from "pg";
import { type Static, type TSchema, Type } from "typebox";
import type { Actor } from "../../access/actor.ts";
import { asSystem } from "../../access/as-system.ts";
import { AppError } from "../../app-error.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { byMatter } from "../../facts/by-matter.ts";
import { factsOfMatters } from "../../facts/read-facts.ts";
import { ACCESS_REVIEW } from "../../oversight/access-review.ts";
import { type AccessReview, accessReviewOf } from "../../oversight/access-reviews.ts";
import { examineAccesses } from "../../oversight/examine-accesses.ts";
import {
  askAbout,
  decideAccess,
  explainAccess,
  reviewIn,
  type SeenReview,
} from "../../oversight/tell-access-review.ts";
import {
  accessReviewIds,
  askedOfUnitIds,
  countAccessReviews,
  lastExamination,
} from "../../store/access-reviews.ts";
import { actorNames } from "../../store/actor-names.ts";
import { readPatients } from "../../store/patients.ts";
import { type AccessRow, readEntries } from "../../store/signs-of-access.ts";
import { today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  AccessReviewPageSchema,
  AccessReviewsSchema,
  AskAboutSchema,
  AskedOfUnitSchema,
  DecideAccessSchema,
  ExaminedSchema,
  ExamineSchema,
  ExplainAccessSchema,
  ReviewsQuerySchema,
} from "../schemas/log-control.ts";
import { KeptSchema } from "../schemas/rights.ts";
import { mutable } from "../views/mutable.ts";

const LONGEST_LIST = 200;
const MOST_DAYS = 31;
const OfReviewSchema = Type.Object({ reviewId: IdSchema });

async function reviewsOf(
  client: pg.ClientBase,
  ids: readonly string[],
): Promise<readonly AccessReview[]> {
  const known = byMatter(await factsOfMatters(client, ids), ACCESS_REVIEW).map(accessReviewOf);
  return ids.flatMap((id) => known.find(({ reviewId }) => reviewId === id) ?? []);
}

async function unitNames(
  client: pg.ClientBase,
  reviews: readonly AccessReview[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const unitId of new Set(reviews.map(({ flagged }) => flagged.unitId))) {
    names.set(unitId, (await readUnit(client, unitId)).name);
  }
  return names;
}

/** Who a patient is may be told to who controls the log, and nothing else of them: as the system, names only. */
async function reviewViews(client: pg.ClientBase, actor: Actor, reviews: readonly AccessReview[]) {
  const ids = reviews.map(({ flagged }) => flagged.patientId);
  const patients = await asSystem(client, () => readPatients(client, [...new Set(ids)]));
  const units = await unitNames(client, reviews);
  return reviews.map(({ reviewId, flagged, state, dueOn, version }) => {
    const { lookedBy, lookedByName, role, unitId, patientId, on, looks, signs } = flagged;
    const patient = patients.get(patientId) ?? { patientId, name: null, birthYear: null };
    const who = { lookedByName, role, unitId, unitName: units.get(unitId) ?? null, patient };
    const mine = lookedBy === actor.actorId;
    return { reviewId, state, ...who, on, looks, signs: mutable(signs), dueOn, mine, version };
  });
}

function addListRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/log-control/reviews",
    summary: "Accesses in the organisation that are to be looked into, those due first",
    tag: "log-control",
    query: ReviewsQuerySchema,
    answer: AccessReviewsSchema,
    read: async ({ store, client, actor, query: { decided = false } }) => {
      const { organisation } = actor;
      const which = { open: !decided, limit: LONGEST_LIST };
      const found = await reviewsOf(client, await accessReviewIds(client, organisation, which));
      const reviews = await reviewViews(client, actor, found);
      const counts = await countAccessReviews(client, organisation);
      const examined = await lastExamination(client, organisation);
      const body = mutable({ asOf: today(store), ...counts, reviews, examined });
      const patientIds = [...new Set(reviews.map(({ patient }) => patient.patientId))];
      return { body, patientIds };
    },
  });
}

function accessView({ entry, at, resource, verb, basis, purpose, outcome }: AccessRow) {
  const what = `${resource} ${verb}`;
  const unforeseen = purpose === "BTG";
  return { entry: Number(entry), at: at.toISOString(), what, basis, unforeseen, outcome };
}

function addPageRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/log-control/reviews/:reviewId",
    summary: "One of them, with each access and what was said of it",
    tag: "log-control",
    params: OfReviewSchema,
    answer: AccessReviewPageSchema,
    about: ({ params }) => ({ matterId: params.reviewId }),
    read: async ({ store, client, actor, params: { reviewId } }) => {
      const found = await reviewIn({ store, client, actor }, actor, reviewId);
      const [review] = await reviewViews(client, actor, [found]);
      if (review === undefined) throw new Error("bug: a review without a view");
      const accesses = (await readEntries(client, found.flagged.entries)).map(accessView);
      const { asked, explained, decided, version, flagged } = found;
      const said = [asked, explained, decided];
      const names = await actorNames(
        client,
        said.flatMap((one) => one?.by ?? []),
      );
      const [ask, explanation, decision] = said.map((one) =>
        one === null ? null : { ...one, by: names.get(one.by) ?? one.by },
      );
      const words = {
        asked: ask ?? null,
        explained: explanation ?? null,
        decided: decision ?? null,
      };
      return { body: { review, accesses, ...words }, version, patientIds: [flagged.patientId] };
    },
  });
}

function addExamineRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/log-control/examinations",
    summary: "Go through the accesses of some days now",
    description:
      "Yesterday is gone through by itself, once a day. What was found before is not opened again.",
    tag: "log-control",
    body: ExamineSchema,
    answer: ExaminedSchema,
    changes: false,
    write: async ({ store, client, actor, body: { from, to } }) => {
      const days = daysBetween(from, to);
      if (days < 0 || days >= MOST_DAYS) {
        throw new AppError("bad-input", "the request holds fields that are not as expected", [
          { path: "/to", expected: `0 to ${MOST_DAYS - 1} days after from`, found: to },
        ]);
      }
      const examination = { organisation: actor.organisation, from, to };
      const done = await examineAccesses({ store, client, actor }, examination);
      const { looked, flagged, opened, fact } = done;
      return { body: { looked, flagged, opened }, version: fact.seq };
    },
  });
}

interface Step<B extends TSchema> {
  readonly url: string;
  readonly summary: string;
  readonly body: B;
  /** Writes down what is said of an access, by whoever has seen its review as it now is. */
  readonly tell: (telling: Telling, review: SeenReview, body: Static<B>) => Promise<unknown>;
}

/** What the controller says of an access under review; answered with the state it then is in. */
function addStep<B extends TSchema>(guard: Guard, { tell, ...route }: Step<B>): void {
  addWriting(guard, {
    ...route,
    tag: "log-control",
    params: OfReviewSchema,
    answer: KeptSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.reviewId }),
    write: async ({ store, client, actor, params: { reviewId }, body, seen }) => {
      const telling = { store, client, actor };
      await reviewIn(telling, actor, reviewId);
      await tell(telling, { reviewId, seen: seen() }, body);
      const { state, version } = await reviewIn(telling, actor, reviewId);
      return { body: { id: reviewId, state }, version };
    },
  });
}

function addAnswerRoutes(guard: Guard): void {
  addStep(guard, {
    url: "/api/log-control/reviews/:reviewId/asked",
    summary: "Ask the leader of the unit to explain an access",
    body: AskAboutSchema,
    tell: (telling, review, { words }) => askAbout(telling, review, words),
  });
  addStep(guard, {
    url: "/api/log-control/reviews/:reviewId/decided",
    summary: "Say whether an access had a reason",
    body: DecideAccessSchema,
    tell: decideAccess,
  });
}

function addLeaderRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/access-questions",
    summary: "Accesses from a unit that its leader is asked to explain",
    tag: "log-control",
    params: Type.Object({ unitId: IdSchema }),
    answer: AskedOfUnitSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { unitId } }) => {
      const found = await reviewsOf(client, await askedOfUnitIds(client, unitId, LONGEST_LIST));
      const asked = found.map(({ reviewId, flagged, asked: said, dueOn, version }) => {
        const { lookedByName, role, on, looks, signs } = flagged;
        const words = said?.words ?? "";
        return {
          reviewId,
          lookedByName,
          role,
          on,
          looks,
          signs: mutable(signs),
          words,
          dueOn,
          version,
        };
      });
      return { body: { asked } };
    },
  });
  addWriting(guard, {
    url: "/api/access-questions/:reviewId/explained",
    summary: "Explain an access to the log controller",
    tag: "log-control",
    params: OfReviewSchema,
    body: ExplainAccessSchema,
    answer: KeptSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.reviewId }),
    write: async ({ store, client, actor, params: { reviewId }, body, seen }) => {
      const telling = { store, client, actor };
      const fact = await explainAccess(telling, { reviewId, seen: seen() }, body.words);
      return { body: { id: reviewId, state: "explained" }, version: fact.seq };
    },
  });
}

export function addLogControlRoutes(guard: Guard): void {
  addListRoute(guard);
  addPageRoute(guard);
  addExamineRoute(guard);
  addAnswerRoutes(guard);
  addLeaderRoutes(guard);
}
