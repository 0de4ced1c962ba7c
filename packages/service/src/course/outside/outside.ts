// Knows who outside the service is to be told of a course: the patient's GP, and whoever referred.
import type pg from "pg";
import type { Recipient } from "../../outbox/message-facts.ts";

/** Nobody knows their addresses: the messages then wait on the unit's list until somebody does. */
const NOT_KNOWN: readonly Recipient[] = [
  { kind: "gp", address: null, name: "Fastlege" },
  { kind: "referrer", address: null, name: "Henviser" },
];

/** The GP and the referrer, one or both of whom may be without an address. */
export async function outsideOf(_: pg.ClientBase, __: string): Promise<readonly Recipient[]> {
  return NOT_KNOWN;
}
