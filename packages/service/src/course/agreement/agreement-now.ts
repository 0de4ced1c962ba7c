// Knows an agreement as its facts say it is now.
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, isOfKind, lastOfKind } from "../../facts/fact.ts";
import {
  AGREEMENT,
  AGREEMENT_ENDED,
  AGREEMENT_MADE,
  AGREEMENT_REVIEWED,
  type AgreementState,
} from "./agreement.ts";

type Made = Static<typeof AGREEMENT_MADE.body>;

export interface Agreement extends Made {
  readonly agreementId: string;
  readonly unitId: string;
  readonly state: AgreementState;
  readonly madeOn: CalendarDate;
  readonly reviews: readonly { readonly on: CalendarDate; readonly whatChanged: string }[];
  readonly endedBecause: string | null;
  readonly version: number;
}

/** By its own facts in order. */
export function agreementOf(facts: readonly Fact[]): Agreement {
  const made = lastOfKind(facts, AGREEMENT_MADE);
  const last = facts.at(-1);
  if (made === undefined || last === undefined) throw new Error("bug: an agreement never made");
  const { text, contacts, reviewOn } = lastOfKind(facts, AGREEMENT_REVIEWED)?.body ?? made.body;
  return {
    ...made.body,
    text,
    contacts,
    reviewOn,
    agreementId: made.matterId,
    unitId: made.unitId ?? "",
    state: AGREEMENT.standing(facts).state as AgreementState,
    madeOn: made.happenedOn,
    reviews: facts.flatMap((fact) =>
      isOfKind(fact, AGREEMENT_REVIEWED)
        ? [{ on: fact.happenedOn, whatChanged: fact.body.whatChanged }]
        : [],
    ),
    endedBecause: lastOfKind(facts, AGREEMENT_ENDED)?.body.reason ?? null,
    version: last.seq,
  };
}

/** All agreements by their facts in order. */
export function agreementsOf(facts: readonly Fact[]): readonly Agreement[] {
  return byMatter(facts, AGREEMENT).map(agreementOf);
}
