// Knows a proposed registration: what the service already knows, ready to be confirmed with one action.
import { addDays } from "@rettvei/engine";
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, orNull } from "../../http/schemas/basics.ts";
import { WordsSchema } from "../../http/schemas/words.ts";

export const PROPOSED = factKind(
  "registration-proposed",
  Type.Object({
    /** The fact that it follows from, and the line of the definitions that says so. */
    fromFact: IdSchema,
    proposal: IdSchema,
    event: IdSchema,
    outcome: orNull(IdSchema),
    on: DateSchema,
    personId: orNull(IdSchema),
  }),
);

export const CONFIRMED = factKind("registration-confirmed", Type.Object({ recordId: IdSchema }));

export const DISMISSED = factKind("registration-dismissed", Type.Object({ reason: WordsSchema }));

/** Somebody has registered the same by hand. */
export const FOUND = factKind("registration-found", Type.Object({ recordId: IdSchema }));

export const PROPOSAL_STATES = ["proposed", "confirmed", "dismissed", "found"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Days until somebody should have looked at it; no source sets them, they are our own choice. */
const DAYS = 7;

/** One matter for each fact and line of the definitions, so that nothing is proposed twice. */
export function proposalId(fromFact: string, proposal: string): string {
  return `proposal:${fromFact}:${proposal}`;
}

export const PROPOSAL: MatterType = {
  type: "proposal",
  kinds: [PROPOSED, CONFIRMED, DISMISSED, FOUND],
  standing: (facts) => {
    const proposed = lastOfKind(facts, PROPOSED);
    if (proposed === undefined) throw new Error("bug: a proposal that was never made");
    const done = (kind: typeof CONFIRMED | typeof DISMISSED): boolean =>
      facts.some((fact) => fact.kind === kind.kind);
    const found = facts.some(({ kind }) => kind === FOUND.kind);
    const state: ProposalState = done(CONFIRMED)
      ? "confirmed"
      : done(DISMISSED)
        ? "dismissed"
        : found
          ? "found"
          : "proposed";
    return {
      state,
      open: state === "proposed",
      unitId: proposed.unitId,
      personId: proposed.body.personId,
      dueOn: addDays(proposed.happenedOn, DAYS),
    };
  },
};
