// Knows the job that sends a message: what is told before, the one attempt, and what is told of how it went.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Static, TSchema } from "typebox";
import { SERVICE } from "../../access/actor.ts";
import { writeAudit } from "../../audit/audit-entry.ts";
import { afterSummarySent } from "../../course/closing/summary-sent.ts";
import { appendFact } from "../../facts/append-fact.ts";
import { type Fact, type FactKind, lastOfKind } from "../../facts/fact.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { type Store, today } from "../../store/store.ts";
import { transactionOn } from "../../store/transaction.ts";
import { asOnlySender, lockMessage } from "../lock-message.ts";
import {
  FAILED,
  GIVEN_UP_FACT,
  NOT_TAKEN,
  SENT,
  type Trouble,
  WAITING,
  WRITTEN,
} from "../message-facts.ts";
import { MESSAGE, messageState } from "../message-matter.ts";
import { coordinatorOf } from "../write-message.ts";
import { post } from "./post.ts";
import { type Prepared, prepare, type WrittenMessage } from "./posting.ts";
import type { SendingSettings } from "./sending-settings.ts";

/** One try of a job. */
export interface Attempt {
  readonly messageId: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/** Who sends: one connection, which nobody else sends this message on. */
interface Sending extends Attempt {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly settings: SendingSettings;
}

/** Tells one more thing of the message, if it still is to be sent. */
async function tell<Body extends TSchema>(
  { store, client }: Sending,
  message: WrittenMessage,
  kind: FactKind<Body>,
  body: Static<Body>,
): Promise<Fact> {
  const { matterId, patientId, courseId, unitId } = message;
  const fact = { matterId, patientId, courseId, unitId, happenedOn: today(store), body };
  return appendFact({ store, client, actor: SERVICE }, MESSAGE, kind, fact);
}

/** A transaction in which the service itself tells of the message, in its turn. */
function telling<T>({ client, messageId }: Sending, work: () => Promise<T>): Promise<T> {
  return transactionOn(client, async () => {
    await lockMessage(client, messageId);
    return work();
  });
}

async function fail(
  sending: Sending,
  message: WrittenMessage,
  why: Trouble,
  detail: string,
): Promise<void> {
  const personId = await coordinatorOf(sending.client, message.courseId);
  await tell(sending, message, FAILED, { why, detail, personId });
}

interface ToSend {
  readonly message: WrittenMessage;
  readonly prepared: Prepared;
}

/** What is to be posted; what cannot be is told at once. Undefined where nothing is to be sent any more. */
async function beforeSending(sending: Sending): Promise<ToSend | undefined> {
  const { client, messageId, settings } = sending;
  return telling(sending, async () => {
    const facts = await factsOfMatter(client, messageId);
    const message = lastOfKind(facts, WRITTEN);
    if (message === undefined || messageState(facts) !== "written") return undefined;
    const prepared = await prepare(client, message, settings.outboxUrl);
    if (prepared.kind === "waiting") {
      const told = lastOfKind(facts, WAITING);
      const known = told !== undefined && told === facts.at(-1) && told.body.why === prepared.why;
      if (!known) await tell(sending, message, WAITING, { why: prepared.why });
    } else if (prepared.kind === "failed") {
      await fail(sending, message, prepared.why, prepared.detail);
    } else if (prepared.kind === "unwanted") {
      const body = { reason: "patient-wants-none", note: null } as const;
      await tell(sending, message, GIVEN_UP_FACT, body);
    }
    return { message, prepared };
  });
}

/** Leaving the house with what is told of a patient is an access like any other. */
async function auditSending(
  { store, client }: Sending,
  { matterId, patientId, courseId }: WrittenMessage,
): Promise<void> {
  await writeAudit(client, {
    at: store.now(),
    requestId: randomUUID(),
    actor: SERVICE,
    patientIds: patientId === null ? [] : [patientId],
    courseId,
    resource: "messages",
    resourceVersion: null,
    verb: "x",
    route: "job send-message",
    basis: "written-message",
    decisionRef: matterId,
    purpose: "TREAT",
    outcome: "allowed",
  });
}

/** Still to be told of, unless a person or a receipt was faster. */
async function stillToSend({ client, messageId }: Sending): Promise<boolean> {
  const facts = await factsOfMatter(client, messageId);
  return messageState(facts) === "written";
}

async function afterSending(
  sending: Sending,
  message: WrittenMessage,
  posted: Awaited<ReturnType<typeof post>>,
): Promise<"done" | "again"> {
  const { attempt, settings } = sending;
  return telling(sending, async () => {
    await auditSending(sending, message);
    if (!(await stillToSend(sending))) return "done";
    if (posted.kind === "taken") {
      const sent = await tell(sending, message, SENT, { attempt });
      const { store, client } = sending;
      await afterSummarySent({ store, client, actor: SERVICE }, sent);
      return "done";
    }
    const { why, forGood } = posted;
    await tell(sending, message, NOT_TAKEN, { attempt, of: settings.attempts, why });
    if (!forGood && attempt < settings.attempts) return "again";
    await fail(sending, message, forGood ? "not-taken" : "no-answer", why);
    return "done";
  });
}

async function send(sending: Sending): Promise<"done" | "again"> {
  const toSend = await beforeSending(sending);
  if (toSend?.prepared.kind !== "posting") return "done";
  const posted = await post(sending.messageId, toSend.prepared.posting, sending.settings.timeoutMs);
  return afterSending(sending, toSend.message, posted);
}

/**
 * Tries to send the message once. Killed in the middle it is tried again, so an address may get it twice under one id.
 * Throws to be tried again later; by the last attempt it is told as failed, and nothing is thrown.
 */
export async function sendMessage(
  store: Store,
  settings: SendingSettings,
  attempt: Attempt,
): Promise<void> {
  const client = await store.database.pool.connect();
  let trouble: Error | undefined;
  try {
    const done = await asOnlySender(client, attempt.messageId, () =>
      send({ store, client, settings, ...attempt }),
    );
    if (done !== "done") throw new Error("not sent yet");
  } catch (cause) {
    trouble = cause instanceof Error ? cause : new Error("not sent");
    throw trouble;
  } finally {
    // A connection in doubt goes, and its hold on the message with it.
    client.release(trouble?.message === "not sent yet" ? undefined : trouble);
  }
}
