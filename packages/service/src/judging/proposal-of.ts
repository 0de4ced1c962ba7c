// Knows which registration follows from a fact, as the definitions say.
import type { Bundle, Proposal } from "@rettvei/definitions";

/** The registration that follows from the fact. Throws where the definitions know no such fact. */
export function proposalOf({ proposals }: Bundle, fact: string): Proposal {
  const proposal = proposals.find((one) => one.fact === fact);
  if (proposal === undefined) throw new Error(`definitions: expected a proposal for ${fact}`);
  return proposal;
}
