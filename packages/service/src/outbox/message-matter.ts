// Knows where a message stands by what was told of it: only a receipt makes it delivered, and what is open has an owner.
import { type Fact, isOfKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType, Standing } from "../facts/matter.ts";
import {
  FAILED,
  GIVEN_UP_FACT,
  NOT_TAKEN,
  RECEIPT,
  SENT,
  TAKEN_OVER,
  TRIED_AGAIN,
  WAITING,
  WRITTEN,
} from "./message-facts.ts";

export const MESSAGE_STATES = [
  "written",
  "sent",
  "delivered",
  "read",
  "failed",
  "given-up",
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

const OPEN: readonly MessageState[] = ["written", "sent", "failed"];
const ARRIVED: readonly MessageState[] = ["delivered", "read"];

/** Whether something is still to be done. */
export function isOpen(state: MessageState): boolean {
  return OPEN.includes(state);
}

/** The state after one more fact. What arrived stays so, unless its receiver then refuses it. */
function after(state: MessageState, fact: Fact): MessageState {
  if (isOfKind(fact, RECEIPT)) {
    if (fact.body.says === "refused") return state === "given-up" ? state : "failed";
    return state === "read" ? state : fact.body.says;
  }
  if (ARRIVED.includes(state)) return state;
  if (isOfKind(fact, GIVEN_UP_FACT)) return "given-up";
  if (isOfKind(fact, SENT)) return "sent";
  if (isOfKind(fact, FAILED)) return "failed";
  return isOfKind(fact, TRIED_AGAIN) ? "written" : state;
}

/** The state by facts in order. */
export function messageState(facts: readonly Fact[]): MessageState {
  return facts.reduce<MessageState>(after, "written");
}

/** Whoever has taken it over, else whom its failure or its writing named. */
function personOf(facts: readonly Fact[]): string | null {
  const taken = lastOfKind(facts, TAKEN_OVER)?.body.personId;
  const failed = lastOfKind(facts, FAILED)?.body.personId;
  return taken ?? failed ?? lastOfKind(facts, WRITTEN)?.body.personId ?? null;
}

function standing(facts: readonly Fact[]): Standing {
  const written = lastOfKind(facts, WRITTEN);
  if (written === undefined) throw new Error("bug: a message that was never written");
  const state = messageState(facts);
  const open = isOpen(state);
  const { unitId, body } = written;
  return { state, open, unitId, personId: personOf(facts), dueOn: body.dueOn };
}

export const MESSAGE: MatterType = {
  type: "message",
  kinds: [
    WRITTEN,
    WAITING,
    NOT_TAKEN,
    SENT,
    RECEIPT,
    FAILED,
    TRIED_AGAIN,
    TAKEN_OVER,
    GIVEN_UP_FACT,
  ],
  standing,
};
