// Knows what people do with a message that does not arrive: take it over, try it again, give it up with a reason.
import type { Static, TSchema } from "typebox";
import { nothingThere } from "../access/acting.ts";
import { AppError } from "../app-error.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import { type Fact, type FactKind, lastOfKind } from "../facts/fact.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { refuseStaleMatter } from "../facts/refuse-stale-matter.ts";
import { today } from "../store/store.ts";
import { lockMessage } from "./lock-message.ts";
import { GIVEN_UP_FACT, TAKEN_OVER, TRIED_AGAIN, WRITTEN } from "./message-facts.ts";
import { isOpen, MESSAGE, messageState } from "./message-matter.ts";
import { addSending } from "./write-message.ts";

/** Which message, as its sender has seen it. */
export interface Seen {
  readonly messageId: string;
  readonly seen: number;
}

function refuseUnlessOpen(facts: readonly Fact[]): void {
  const state = messageState(facts);
  if (isOpen(state)) return;
  throw new AppError("record-refused", "message: expected one that is open, got one that is done", [
    { path: "/messageId", expected: "a message that is written, sent or failed", found: state },
  ]);
}

async function change<Body extends TSchema>(
  telling: Telling,
  { messageId, seen }: Seen,
  kind: FactKind<Body>,
  body: Static<Body>,
): Promise<Fact> {
  const { client, store } = telling;
  await lockMessage(client, messageId);
  const facts = await factsOfMatter(client, messageId);
  const message = lastOfKind(facts, WRITTEN);
  const last = facts.at(-1);
  if (message === undefined || last === undefined) throw nothingThere();
  refuseStaleMatter(seen, last.seq);
  refuseUnlessOpen(facts);
  const { patientId, courseId, unitId } = message;
  const about = { matterId: messageId, patientId, courseId, unitId, happenedOn: today(store) };
  return appendFact(telling, MESSAGE, kind, { ...about, body });
}

/** The person who asks has it from now on. */
export function takeOver(telling: Telling, message: Seen): Promise<Fact> {
  return change(telling, message, TAKEN_OVER, { personId: telling.actor.actorId });
}

/** It is sent again, with all attempts anew. The receiver knows it by its id if it came through before. */
export async function tryAgain(telling: Telling, message: Seen): Promise<Fact> {
  const fact = await change(telling, message, TRIED_AGAIN, {});
  await addSending(telling.client, message.messageId);
  return fact;
}

/** Nothing more is done with it here, and why. */
export function giveUp(
  telling: Telling,
  message: Seen,
  reason: Static<(typeof GIVEN_UP_FACT)["body"]>,
): Promise<Fact> {
  return change(telling, message, GIVEN_UP_FACT, reason);
}
