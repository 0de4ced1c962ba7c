// Knows what the service judges by: the bundle, compiled once, and a mark of it for what is kept of judging.
import { type Bundle, libraryOf } from "@rettvei/definitions";
import type { Library } from "@rettvei/engine";

export interface Judging {
  readonly bundle: Bundle;
  readonly library: Library;
  /** Kept with each judged state: a state with another mark is judged again. */
  readonly mark: string;
}

/** Raised when the meaning of a kept state changes though no edition did: a new engine or a new column. */
const MEANING = 2;

export function judgingBy(bundle: Bundle): Judging {
  return { bundle, library: libraryOf(bundle), mark: `${MEANING}:${bundle.hash}` };
}
