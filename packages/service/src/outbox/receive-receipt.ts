// Knows what a receipt does: it is told of its message once, however often and however late it comes.
import type { Party } from "@rettvei/messages";
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import { isOfKind, lastOfKind } from "../facts/fact.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { today } from "../store/store.ts";
import { addressOfParty } from "./addresses/address-book.ts";
import { lockMessage } from "./lock-message.ts";
import { RECEIPT, WRITTEN } from "./message-facts.ts";
import { MESSAGE, type MessageState, messageState } from "./message-matter.ts";
import { comesFrom } from "./receipt-sender.ts";

export interface NewReceipt {
  /** The message that it is for, as we sent it. */
  readonly messageId: string;
  /** Its own id, by which it counts once. */
  readonly receiptId: string;
  readonly says: "delivered" | "read" | "refused";
  readonly reasons: readonly string[];
  /** Of a national receipt: who says that they send it. */
  readonly sender?: Party;
}

export interface Received {
  readonly state: MessageState;
  /** It had been told before. */
  readonly known: boolean;
  /** Number of the last fact of the message. */
  readonly version: number;
  readonly patientId: string | null;
}

/**
 * Tells of the message what the receipt says. Undefined if we have written no such message, or not to whoever sends the
 * receipt: what another says of it counts for nothing.
 */
export function receiveReceipt(
  telling: Telling,
  receipt: NewReceipt,
): Promise<Received | undefined> {
  // The receiver knows the message by its id, and may see nothing else of whom it is about.
  return asSystem(telling.client, () => tellReceipt(telling, receipt));
}

async function isReceiver(
  client: pg.ClientBase,
  key: string | null,
  sender: Party,
): Promise<boolean> {
  const address = key === null ? undefined : await addressOfParty(client, key);
  return address !== undefined && comesFrom(sender, address);
}

async function tellReceipt(
  telling: Telling,
  { messageId, receiptId, says, reasons, sender }: NewReceipt,
): Promise<Received | undefined> {
  const { client, store } = telling;
  await lockMessage(client, messageId);
  const facts = await factsOfMatter(client, messageId);
  const message = lastOfKind(facts, WRITTEN);
  const last = facts.at(-1);
  if (message === undefined || last === undefined) return undefined;
  if (sender !== undefined && !(await isReceiver(client, message.body.to.address, sender)))
    return undefined;
  const { patientId, courseId, unitId } = message;
  const known = facts.some((fact) => isOfKind(fact, RECEIPT) && fact.body.receiptId === receiptId);
  if (known) return { state: messageState(facts), known, version: last.seq, patientId };
  const about = { matterId: messageId, patientId, courseId, unitId, happenedOn: today(store) };
  const body = { receiptId, says, reasons: reasons.map((reason) => reason.slice(0, 500)) };
  const fact = await appendFact(telling, MESSAGE, RECEIPT, { ...about, body });
  return { state: messageState([...facts, fact]), known, version: fact.seq, patientId };
}
