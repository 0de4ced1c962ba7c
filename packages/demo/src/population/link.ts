// Knows which courses are tied to the one before them, without looking at any course.
import { ASSUMED } from "../calibration.ts";
import { PURPOSE } from "../random/purposes.ts";
import { randomAt } from "../random/random-stream.ts";

/** `transfer`: takes the patient over; `parallel`: runs beside it; `return`: the patient comes again. */
export type Link = "transfer" | "parallel" | "return";

const LINKED = ASSUMED.linkedTransfer + ASSUMED.linkedParallel + ASSUMED.linkedReturn;

/** What ties course `index` to course `index - 1`; a course that is tied has none tied to it. */
export function linkOf(seed: number, index: number): Link | undefined {
  const draw = randomAt(seed, index, PURPOSE.link);
  if (index === 0 || draw >= LINKED) return undefined;
  if (randomAt(seed, index - 1, PURPOSE.link) < LINKED) return undefined;
  if (draw < ASSUMED.linkedTransfer) return "transfer";
  return draw < ASSUMED.linkedTransfer + ASSUMED.linkedParallel ? "parallel" : "return";
}
