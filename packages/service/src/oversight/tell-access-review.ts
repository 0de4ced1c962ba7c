// Knows how an access is looked into: the leader is asked, explains, and the log controller decides.
import { addDays } from "@rettvei/engine";
import type { Static } from "typebox";
import { nothingThere } from "../access/acting.ts";
import type { Actor } from "../access/actor.ts";
import { AppError } from "../app-error.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import type { Fact } from "../facts/fact.ts";
import { factsOfType, matterAsSeen } from "../facts/matter-as-seen.ts";
import { today } from "../store/store.ts";
import {
  ACCESS_ASKED_ABOUT,
  ACCESS_DECIDED,
  ACCESS_EXPLAINED,
  ACCESS_REVIEW,
} from "./access-review.ts";
import { type AccessReview, accessReviewOf } from "./access-reviews.ts";

/** Our own choice: no source gives a number of days. */
const EXPLAIN_DAYS = 7;

export interface SeenReview {
  readonly reviewId: string;
  readonly seen: number;
}

/** One of the organisation of whoever asks; another's is not there. */
export async function reviewIn(
  { client }: Telling,
  { organisation }: Pick<Actor, "organisation">,
  reviewId: string,
): Promise<AccessReview> {
  const review = accessReviewOf(await factsOfType(client, reviewId, ACCESS_REVIEW));
  if (review.flagged.organisation !== organisation) throw nothingThere();
  return review;
}

/** Where it is open and nobody has changed it. Nobody looks into what they did themselves. */
async function openReview(telling: Telling, { reviewId, seen }: SeenReview): Promise<AccessReview> {
  const { client, actor } = telling;
  const facts = await matterAsSeen(client, ACCESS_REVIEW, {
    matterId: reviewId,
    patientId: reviewId,
    seen,
  });
  const review = accessReviewOf(facts);
  if (!review.open) {
    throw new AppError("not-now", `access: expected one that waits, got one that is decided`);
  }
  if (review.flagged.lookedBy === actor.actorId) {
    throw new AppError("not-allowed", "access: expected somebody else than who looked");
  }
  return review;
}

function about({ store }: Telling, matterId: string, unitId: string | null) {
  return { matterId, patientId: null, courseId: null, unitId, happenedOn: today(store) };
}

/** The leader of the unit from which somebody looked is to explain it, by a day. */
export async function askAbout(telling: Telling, which: SeenReview, words: string): Promise<void> {
  const review = await openReview(telling, which);
  if (review.state !== "waiting") {
    throw new AppError("not-now", "access: expected one that nobody was asked about yet");
  }
  const { unitId } = review.flagged;
  const body = { unitId, words, dueOn: addDays(today(telling.store), EXPLAIN_DAYS) };
  const told = { ...about(telling, which.reviewId, unitId), body };
  await appendFact(telling, ACCESS_REVIEW, ACCESS_ASKED_ABOUT, told);
}

/** It then goes back to the log control, and is no longer the leader's to see. */
export async function explainAccess(
  telling: Telling,
  which: SeenReview,
  words: string,
): Promise<Fact> {
  const review = await openReview(telling, which);
  if (review.state !== "asked") {
    throw new AppError("not-now", "access: expected one that is asked about");
  }
  const told = { ...about(telling, which.reviewId, review.flagged.unitId), body: { words } };
  return appendFact(telling, ACCESS_REVIEW, ACCESS_EXPLAINED, told);
}

/** Whether it had a reason, with or without the leader's words. */
export async function decideAccess(
  telling: Telling,
  which: SeenReview,
  body: Static<typeof ACCESS_DECIDED.body>,
): Promise<void> {
  await openReview(telling, which);
  const told = { ...about(telling, which.reviewId, null), body };
  await appendFact(telling, ACCESS_REVIEW, ACCESS_DECIDED, told);
}
