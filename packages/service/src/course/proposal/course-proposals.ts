// Knows what the facts of a course say of the registrations that were proposed for it.
import type { CalendarDate } from "@rettvei/engine";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { CONFIRMED, DISMISSED, FOUND, PROPOSAL, PROPOSED, type ProposalState } from "./proposal.ts";

export interface ProposedRegistration {
  readonly proposalId: string;
  readonly courseId: string;
  readonly patientId: string;
  readonly state: ProposalState;
  /** Line of the definitions. */
  readonly proposal: string;
  readonly fromFact: string;
  readonly event: string;
  readonly outcome: string | null;
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
  /** The record it became, or that was found. */
  readonly recordId: string | null;
  readonly dismissedBecause: string | null;
  readonly version: number;
}

/** One proposal by its own facts in order. */
export function proposalOfFacts(facts: readonly Fact[]): ProposedRegistration {
  const proposed = lastOfKind(facts, PROPOSED);
  const last = facts.at(-1);
  if (proposed === undefined || last === undefined) throw new Error("bug: a proposal of nothing");
  const { matterId, courseId, patientId, body } = proposed;
  const { state, dueOn } = PROPOSAL.standing(facts);
  const { recordId = null } =
    lastOfKind(facts, CONFIRMED)?.body ?? lastOfKind(facts, FOUND)?.body ?? {};
  return {
    proposalId: matterId,
    courseId: courseId ?? "",
    patientId: patientId ?? "",
    state: state as ProposalState,
    proposal: body.proposal,
    fromFact: body.fromFact,
    event: body.event,
    outcome: body.outcome,
    on: body.on,
    dueOn,
    recordId,
    dismissedBecause: lastOfKind(facts, DISMISSED)?.body.reason ?? null,
    version: last.seq,
  };
}

/** All proposals of a course by its facts in order; those of other matters are passed over. */
export function courseProposals(facts: readonly Fact[]): readonly ProposedRegistration[] {
  return byMatter(facts, PROPOSAL).map(proposalOfFacts);
}
