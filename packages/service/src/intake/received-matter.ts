// Knows where a message that came stands: to be placed, to be read, in quarantine, placed, or done with.
import { type Fact, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { DONE, INTAKE_PERSON_NAMED, PLACED, RECEIVED } from "./received-facts.ts";

export const RECEIVED_STATES = ["to-place", "to-read", "quarantined", "placed", "done"] as const;
export type ReceivedState = (typeof RECEIVED_STATES)[number];

const OPEN: readonly ReceivedState[] = ["to-place", "to-read", "quarantined"];

/** The state by facts in order. A referral is done with when it is placed; words to us when somebody has read them. */
export function receivedState(facts: readonly Fact[]): ReceivedState {
  const kind = lastOfKind(facts, RECEIVED)?.body.kind;
  if (lastOfKind(facts, DONE) !== undefined) return "done";
  if (kind === "unread" || kind === "receipt") return "quarantined";
  if (lastOfKind(facts, PLACED) === undefined) return "to-place";
  return kind === "dialogue" ? "to-read" : "placed";
}

export function isReceivedOpen(state: ReceivedState): boolean {
  return OPEN.includes(state);
}

export const RECEIVED_MESSAGE: MatterType = {
  type: "received",
  kinds: [RECEIVED, PLACED, DONE],
  standing: (facts) => {
    const received = lastOfKind(facts, RECEIVED);
    if (received === undefined) throw new Error("bug: a message that never came");
    const state = receivedState(facts);
    const { dueOn } = received.body;
    const personId = lastOfKind(facts, PLACED)?.body.personId ?? received.body.personId;
    const unitId = facts.at(-1)?.unitId ?? received.unitId;
    return { state, open: isReceivedOpen(state), unitId, personId, dueOn };
  },
};

/** Who at a unit sees to what comes and cannot be placed by itself. */
export const INTAKE_PERSON: MatterType = {
  type: "intake-person",
  kinds: [INTAKE_PERSON_NAMED],
  standing: (facts) => ({
    state: "named",
    open: false,
    unitId: facts.at(-1)?.unitId ?? null,
    personId: lastOfKind(facts, INTAKE_PERSON_NAMED)?.body.personId ?? null,
    dueOn: null,
  }),
};

export function intakePersonMatter(unitId: string): string {
  return `intake-person ${unitId}`;
}
