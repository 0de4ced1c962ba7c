// Knows what the service judges by: the bundle, compiled once, and a mark of it for what is kept of judging.

import { type Bundle, libraryOf } from "@rettvei/definitions";
import type { Library } from "@rettvei/engine";
import { proposalOf } from "./proposal-of.ts";

export interface Judging {
  readonly bundle: Bundle;
  readonly library: Library;
  /** Event that is registered of an evaluation that was held. */
  readonly evaluatedBy: string;
  /** Kept with each judged state: a state with another mark is judged again. */
  readonly mark: string;
}

/** Raised when the meaning of a kept state changes though no edition did: a new engine or a new column. */
const MEANING = 4;

export function judgingBy(bundle: Bundle): Judging {
  const evaluatedBy = proposalOf(bundle, "evaluation-held").event;
  return { bundle, library: libraryOf(bundle), evaluatedBy, mark: `${MEANING}:${bundle.hash}` };
}
