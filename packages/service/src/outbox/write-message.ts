// Knows how a message to somebody outside is written: a fact and the job to send it, in the transaction of its cause.

import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import type { Fact } from "../facts/fact.ts";
import { addJob } from "../jobs/add-job.ts";
import { today } from "../store/store.ts";
import type { MessageContent } from "./message-content.ts";
import { type Channel, type Purpose, type Recipient, WRITTEN } from "./message-facts.ts";
import { MESSAGE } from "./message-matter.ts";

export interface NewMessage {
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly to: Recipient;
  readonly patientId: string | null;
  readonly courseId: string | null;
  /** The unit that owns it until it has arrived. */
  readonly unitId: string;
  /** By when a receipt has to be there; from then on it is on the unit's list as overdue. */
  readonly dueOn: CalendarDate;
  readonly content: MessageContent;
}

export const SEND_TASK = "send-message";

/** How often sending is tried before a person has to see to it: over about three and a half hours. */
const SEND_ATTEMPTS = 10;

export function addSending(client: pg.ClientBase, messageId: string): Promise<void> {
  return addJob(client, { task: SEND_TASK, key: messageId, attempts: SEND_ATTEMPTS });
}

const COORDINATOR = `
  SELECT person_id FROM rettvei.matter WHERE matter_id = 'assignment:coordinator:' || $1 AND open`;

/** The course's coordinator; null until one is assigned. */
export async function coordinatorOf(
  client: pg.ClientBase,
  courseId: string | null,
): Promise<string | null> {
  if (courseId === null) return null;
  const query = { name: "coordinator-of-course", text: COORDINATOR, values: [courseId] };
  const { rows } = await asSystem(client, () => client.query<{ person_id: string }>(query));
  return rows[0]?.person_id ?? null;
}

/** Writes a message; it is sent once the transaction is committed. Answers its fact; the message id is its matter's. */
export async function writeMessage(telling: Telling, message: NewMessage): Promise<Fact> {
  const { patientId, courseId, unitId, ...body } = message;
  const { store, client } = telling;
  const personId = await coordinatorOf(client, courseId);
  const about = { matterId: randomUUID(), patientId, courseId, unitId };
  const written = { ...about, happenedOn: today(store), body: { ...body, personId } };
  const fact = await appendFact(telling, MESSAGE, WRITTEN, written);
  await addSending(client, fact.matterId);
  return fact;
}
