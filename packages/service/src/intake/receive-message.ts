// Knows what happens to a message that comes: it is read, kept as facts with an owner, and answered by a receipt, once.
import { createHash, randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import {
  type AnsweredMessage,
  type Loss,
  type MessageProblem,
  type Party,
  receiptError,
  receiptErrors,
  receiptFor,
  writeReceipt,
} from "@rettvei/messages";
import { asSystem } from "../access/as-system.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import { lastOfKind } from "../facts/fact.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { lockMessage } from "../outbox/lock-message.ts";
import { receiveReceipt } from "../outbox/receive-receipt.ts";
import { today } from "../store/store.ts";
import { partyView } from "./party-view.ts";
import { placeByItself } from "./place-by-itself.ts";
import type { ReceivedFact } from "./place-received.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";
import { RECEIVED, type ReceivedKind } from "./received-facts.ts";
import { RECEIVED_MESSAGE } from "./received-matter.ts";
import { receivingUnit } from "./receiving-unit.ts";
import type { SchemaCheck } from "./schema-check.ts";

/** What the sender is answered. */
export type Answer =
  /** An application receipt: taken, or rejected with its reasons. */
  | { readonly kind: "receipt"; readonly xml: string }
  /** Taken, and nothing is to be said: it was a receipt itself, or its sender cannot be answered. */
  | { readonly kind: "taken" }
  /** Not even its sender could be read. */
  | { readonly kind: "unreadable"; readonly problems: readonly MessageProblem[] };

export interface ReceivedAnswer {
  readonly answer: Answer;
  /** Number of the last fact that was written; nothing where it had come before. */
  readonly version?: number;
  readonly patientIds: readonly string[];
}

/** Largest original of what could not be read that is kept for a person to look at. */
const KEPT_ORIGINAL = 64 * 1024;
const SOFTWARE = { softwareName: "Rettvei", softwareVersion: "0.1.0" };

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
}

/** Ours alone: two senders may give their messages the same id. */
function matterOf(message: ReadMessage, sha256: string): string {
  const { messageId, sender } = headOf(message);
  if (messageId === undefined || sender === undefined) return `received ${sha256}`;
  const { kind, number, name } = partyView(sender);
  return `received ${hashOf(messageId, kind ?? "", number ?? name ?? "")}`;
}

interface Head {
  readonly messageId: string | undefined;
  readonly sender: Party | undefined;
  readonly receiver: Party | undefined;
}

function headOf(message: ReadMessage): Head {
  switch (message.kind) {
    case "unread":
      return message;
    case "receipt": {
      const { id: messageId, sender, receiver } = message.facts;
      return { messageId, sender, receiver };
    }
    default:
      return message.facts.envelope;
  }
}

interface Came {
  readonly telling: Telling;
  readonly message: ReadMessage;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly matterId: string;
}

/** The receipt to a message; undefined where its sender cannot be answered, or by no receipt that is one. */
function receiptTo(
  { telling }: Came,
  answered: AnsweredMessage | undefined,
  errors: Parameters<typeof receiptFor>[1],
): string | undefined {
  if (answered === undefined) return undefined;
  const generatedAt = telling.store.now().toISOString();
  const stamp = { id: randomUUID(), generatedAt, ...SOFTWARE };
  const written = writeReceipt(receiptFor(answered, errors, stamp));
  return written.ok ? written.xml : undefined;
}

interface Kept {
  readonly kind: ReceivedKind;
  readonly facts: unknown;
  readonly lost: readonly Loss[];
  readonly problems: readonly MessageProblem[];
  readonly receipt: string | undefined;
}

async function keep(
  { telling, message, bytes, sha256, matterId }: Came,
  kept: Kept,
): Promise<ReceivedFact> {
  const { store, client } = telling;
  const head = headOf(message);
  const { unitId, personId } = await receivingUnit(client, head.receiver);
  const unread = kept.kind === "unread" && bytes.length <= KEPT_ORIGINAL;
  const body = {
    ...kept,
    messageId: head.messageId ?? null,
    sender: partyView(head.sender),
    receiver: partyView(head.receiver),
    lost: [...kept.lost],
    problems: [...kept.problems],
    receipt: kept.receipt ?? null,
    sha256,
    bytes: bytes.length,
    original: unread ? Buffer.from(bytes).toString("base64") : null,
    dueOn: addDays(today(store), 1),
    personId,
  };
  const about = { matterId, patientId: null, courseId: null, unitId };
  const fact = { ...about, happenedOn: today(store), body };
  return appendFact(telling, RECEIVED_MESSAGE, RECEIVED, fact);
}

function answerBy(receipt: string | undefined): Answer {
  return receipt === undefined ? { kind: "taken" } : { kind: "receipt", xml: receipt };
}

function unreadAnswer(receipt: string | undefined, problems: readonly MessageProblem[]): Answer {
  return receipt === undefined
    ? { kind: "unreadable", problems }
    : { kind: "receipt", xml: receipt };
}

async function keepUnread(
  came: Came,
  message: Extract<ReadMessage, { kind: "unread" }>,
): Promise<ReceivedAnswer> {
  const { problems, answered } = message;
  const receipt = receiptTo(came, answered, receiptErrors(problems));
  const kept = { kind: "unread", facts: null, lost: [], problems, receipt } as const;
  const { seq: version } = await keep(came, kept);
  return { answer: unreadAnswer(receipt, problems), version, patientIds: [] };
}

async function keepReceipt(
  came: Came,
  { facts }: Extract<ReadMessage, { kind: "receipt" }>,
): Promise<ReceivedAnswer> {
  const { id: receiptId, answer, errors, original } = facts;
  const says = answer === "ok" ? "delivered" : "refused";
  const reasons = errors.map(({ value = "", display = "", text = "" }) =>
    [value, display, text].filter((part) => part !== "").join(": "),
  );
  const { messageId } = original;
  const { sender } = facts;
  const told = await receiveReceipt(came.telling, { messageId, receiptId, says, reasons, sender });
  const answered: Answer = { kind: "taken" };
  if (told === undefined) {
    const stray = { kind: "receipt", facts, lost: [], problems: [], receipt: undefined } as const;
    const { seq: version } = await keep(came, stray);
    return { answer: answered, version, patientIds: [] };
  }
  const { version, patientId } = told;
  return { answer: answered, version, patientIds: patientId === null ? [] : [patientId] };
}

async function keepMessage(
  came: Came,
  message: Extract<ReadMessage, { kind: "referral" | "dialogue" }>,
): Promise<ReceivedAnswer> {
  const { kind, facts, lost, answered } = message;
  const receipt = receiptTo(came, answered, []);
  const received = await keep(came, { kind, facts, lost, problems: [], receipt });
  const placed = await placeByItself(came.telling, received, message);
  const { seq: version, patientId } = placed ?? received;
  return { answer: answerBy(receipt), version, patientIds: patientId === null ? [] : [patientId] };
}

/** Other content under an id in use: the sender is told, and the content is kept for a person to look at. */
function reused(message: ReadMessage): Extract<ReadMessage, { kind: "unread" }> {
  const expected = "an id of its own";
  const found = "the id of another message";
  const problem = {
    code: "bad-value",
    line: 1,
    column: 1,
    path: "MsgId",
    expected,
    found,
  } as const;
  const answered = "answered" in message ? message.answered : undefined;
  return { kind: "unread", problems: [problem], answered, ...headOf(message) };
}

async function keepReused(came: Came): Promise<ReceivedAnswer> {
  const message = reused(came.message);
  const receipt = receiptTo(came, message.answered, [receiptError("E10")]);
  const own = { ...came, matterId: `received ${came.sha256}` };
  const known = await answeredBefore(own);
  if (known !== undefined) return known;
  const { problems } = message;
  const kept = { kind: "unread", facts: null, lost: [], problems, receipt } as const;
  const { seq: version } = await keep(own, kept);
  return { answer: unreadAnswer(receipt, problems), version, patientIds: [] };
}

/** The same answer as the first time; undefined if it has not come before. */
async function answeredBefore({
  telling,
  matterId,
  sha256,
}: Came): Promise<ReceivedAnswer | undefined> {
  const facts = await factsOfMatter(telling.client, matterId);
  const received = lastOfKind(facts, RECEIVED);
  if (received === undefined || received.body.sha256 !== sha256) return undefined;
  const { patientId } = facts.at(-1) ?? received;
  const patientIds = patientId === null ? [] : [patientId];
  const receipt = received.body.receipt ?? undefined;
  const problems = received.body.problems as readonly MessageProblem[];
  const answer =
    received.body.kind === "unread" ? unreadAnswer(receipt, problems) : answerBy(receipt);
  return { answer, patientIds };
}

function isKnown({ telling, matterId }: Came): Promise<boolean> {
  return factsOfMatter(telling.client, matterId).then((facts) => facts.length > 0);
}

/** What the schemas say against it, where a site has them. */
async function held(message: ReadMessage, bytes: Uint8Array, check: SchemaCheck | undefined) {
  if (check === undefined || message.kind === "unread") return message;
  const problems = await check(bytes);
  if (problems.length === 0) return message;
  const answered = "answered" in message ? message.answered : undefined;
  return { kind: "unread", problems, answered, ...headOf(message) } as const;
}

/** Takes a message; durable, and on somebody's list, when the transaction is committed. */
export function receiveMessage(
  telling: Telling,
  bytes: Uint8Array,
  check?: SchemaCheck | undefined,
): Promise<ReceivedAnswer> {
  // Whoever hands it in may see nothing of whom it is about, and is told nothing but the receipt.
  return asSystem(telling.client, () => receive(telling, bytes, check));
}

async function receive(
  telling: Telling,
  bytes: Uint8Array,
  check: SchemaCheck | undefined,
): Promise<ReceivedAnswer> {
  const read = readMessage(bytes, telling.store.now().toISOString());
  const message = await held(read, bytes, check);
  const sha256 = hashOf(bytes);
  const matterId = matterOf(message, sha256);
  await lockMessage(telling.client, matterId);
  const came = { telling, message, bytes, sha256, matterId };
  const before = await answeredBefore(came);
  if (before !== undefined) return before;
  if (await isKnown(came)) return keepReused(came);
  switch (message.kind) {
    case "unread":
      return keepUnread(came, message);
    case "receipt":
      return keepReceipt(came, message);
    default:
      return keepMessage(came, message);
  }
}
