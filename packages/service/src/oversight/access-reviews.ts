// Knows what is to be looked into, and what came of it, as its facts say.
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import type { Fact } from "../facts/fact.ts";
import { lastOfKind } from "../facts/fact.ts";
import {
  ACCESS_ASKED_ABOUT,
  ACCESS_DECIDED,
  ACCESS_EXPLAINED,
  ACCESS_FLAGGED,
  type ACCESS_OUTCOMES,
  ACCESS_REVIEW,
} from "./access-review.ts";

export interface Said {
  readonly words: string;
  readonly on: CalendarDate;
  /** Id of whoever said it. */
  readonly by: string;
}

export interface AccessReview {
  readonly reviewId: string;
  readonly flagged: Static<typeof ACCESS_FLAGGED.body>;
  readonly state: "waiting" | "asked" | "explained" | (typeof ACCESS_OUTCOMES)[number];
  readonly open: boolean;
  readonly dueOn: CalendarDate;
  readonly asked: Said | null;
  readonly explained: Said | null;
  readonly decided: Said | null;
  readonly version: number;
}

function saidBy(fact: Fact<{ words: string }> | undefined): Said | null {
  if (fact === undefined) return null;
  return { words: fact.body.words, on: fact.happenedOn, by: fact.recordedBy };
}

/** By its own facts in order. */
export function accessReviewOf(facts: readonly Fact[]): AccessReview {
  const flagged = lastOfKind(facts, ACCESS_FLAGGED);
  const last = facts.at(-1);
  if (flagged === undefined || last === undefined) throw new Error("bug: a review of nothing");
  const { state, open, dueOn } = ACCESS_REVIEW.standing(facts);
  return {
    reviewId: flagged.matterId,
    flagged: flagged.body,
    state: state as AccessReview["state"],
    open,
    dueOn: dueOn ?? flagged.body.dueOn,
    asked: saidBy(lastOfKind(facts, ACCESS_ASKED_ABOUT)),
    explained: saidBy(lastOfKind(facts, ACCESS_EXPLAINED)),
    decided: saidBy(lastOfKind(facts, ACCESS_DECIDED)),
    version: last.seq,
  };
}
