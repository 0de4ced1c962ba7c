// Knows how a proposed registration is shown: with names, and with what it follows from.
import type { Static } from "typebox";
import type { ProposedRegistration } from "../../course/proposal/course-proposals.ts";
import type { Judging } from "../../judging/judging.ts";
import type { ProposalSchema } from "../schemas/proposal.ts";
import { sourceView } from "./source-view.ts";

/** Names are those of the newest editions; an event means the same in all of them. */
export function proposalView(
  { proposal: id, ...proposed }: ProposedRegistration,
  { bundle }: Judging,
): Static<typeof ProposalSchema> {
  const line = bundle.proposals.find((one) => one.id === id);
  const event = bundle.editions.at(-1)?.events.find((one) => one.id === proposed.event);
  const outcome = event?.outcomes.find((one) => one.id === proposed.outcome);
  return {
    ...proposed,
    title: line?.title ?? null,
    source: line === undefined ? null : sourceView(bundle, line.source),
    name: event?.name ?? null,
    outcomeName: outcome?.name ?? null,
  };
}
