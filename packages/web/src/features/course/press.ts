// Knows what a press of a button that saves sends, and when two presses are one request.

import type { Registration } from "../../app/api/contract.ts";
import type { Writing } from "../../app/api/request.ts";

export interface Press extends Writing {
  readonly records: readonly Registration[];
}

const sameRecords = (a: readonly Registration[], b: readonly Registration[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The same words once more are the same request: if its answer was lost, it is not saved twice. */
export function pressAfter(
  last: Press | undefined,
  records: readonly Registration[],
  version: number,
): Press {
  const again = last !== undefined && sameRecords(last.records, records);
  return { key: again ? last.key : crypto.randomUUID(), version, records };
}

/** Whether the press that was sent, if any, saves just these records. */
export function saves(sent: Press | undefined, records: readonly Registration[]): boolean {
  return sent !== undefined && sameRecords(sent.records, records);
}
