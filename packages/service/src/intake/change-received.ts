// Knows what people do with a message that came: give it its place, or say that it is done with and why.
import type { DialogueMessage, ReferralMessage } from "@rettvei/messages";
import { wholeNameOf } from "@rettvei/messages";
import { nothingThere } from "../access/acting.ts";
import { AppError, type Problem } from "../app-error.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import { type Fact, lastOfKind } from "../facts/fact.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { refuseStaleMatter } from "../facts/refuse-stale-matter.ts";
import { lockMessage } from "../outbox/lock-message.ts";
import { today } from "../store/store.ts";
import { patientOfNumber } from "./patient-of-number.ts";
import { patientOfMessage } from "./place-by-itself.ts";
import { numberOf, placeDialogue, placeReferral, type ReceivedFact } from "./place-received.ts";
import { DONE, type DONE_REASONS, INTAKE_PERSON_NAMED, RECEIVED } from "./received-facts.ts";
import {
  INTAKE_PERSON,
  intakePersonMatter,
  isReceivedOpen,
  RECEIVED_MESSAGE,
  receivedState,
} from "./received-matter.ts";

/** Which message that came, as its sender has seen it. */
export interface SeenReceived {
  readonly receivedId: string;
  readonly seen: number;
}

export interface PlaceByHand {
  /** Known here; undefined for the one whom the message names, who is made known if new. */
  readonly patientId?: string | undefined;
  readonly unitId: string;
  /** Of a referral. */
  readonly pathway?: string | undefined;
}

interface Open {
  readonly received: ReceivedFact;
  readonly facts: readonly Fact[];
}

function refused(problem: Problem): AppError {
  return new AppError("record-refused", "message: expected one that can be placed so", [problem]);
}

async function openOne({ client }: Telling, { receivedId, seen }: SeenReceived): Promise<Open> {
  await lockMessage(client, receivedId);
  const facts = await factsOfMatter(client, receivedId);
  const received = lastOfKind(facts, RECEIVED);
  const last = facts.at(-1);
  if (received === undefined || last === undefined) throw nothingThere();
  refuseStaleMatter(seen, last.seq);
  const found = receivedState(facts);
  if (isReceivedOpen(found)) return { received, facts };
  throw refused({ path: "/receivedId", expected: "a message that waits for somebody", found });
}

type Message = ReferralMessage | DialogueMessage;

/** Whom the message names: known by the number, or made known by it. */
async function patientNamed({ client }: Telling, message: Message): Promise<string> {
  const known = await patientOfMessage(client, message);
  if (known !== undefined) return known;
  const personNumber = numberOf(message);
  const { patient } = message;
  const name = patient && wholeNameOf(patient);
  if (personNumber === undefined || name === undefined) {
    const expected = "a patient of ours, as the message tells no number and name";
    throw refused({ path: "/patientId", expected, found: "nothing" });
  }
  const birthYear = Number(/^\d{4}/.exec(patient?.birthDate ?? "")?.[0] ?? 0) || null;
  return patientOfNumber(client, { personNumber, name, birthYear });
}

/** Places it by hand; a referral in a pathway. */
export async function placeByHand(
  telling: Telling,
  which: SeenReceived,
  { patientId, unitId, pathway }: PlaceByHand,
): Promise<Fact> {
  const { received } = await openOne(telling, which);
  const { kind, facts } = received.body;
  if (kind !== "referral" && kind !== "dialogue") {
    const expected = "a message that could be read";
    throw refused({ path: "/receivedId", expected, found: kind });
  }
  const whom = patientId ?? (await patientNamed(telling, facts as Message));
  const place = { how: "by-hand", patientId: whom, unitId } as const;
  if (kind === "dialogue") return placeDialogue(telling, received, place);
  if (pathway === undefined) {
    throw refused({ path: "/pathway", expected: "the pathway of the referral", found: "nothing" });
  }
  return placeReferral(telling, received, place, pathway);
}

/** Nothing more is to be done with it. */
export async function setDone(
  telling: Telling,
  which: SeenReceived,
  body: { readonly reason: (typeof DONE_REASONS)[number]; readonly note: string | null },
): Promise<Fact> {
  const { facts } = await openOne(telling, which);
  const { matterId, patientId, courseId, unitId } = facts.at(-1) as Fact;
  const about = { matterId, patientId, courseId, unitId, happenedOn: today(telling.store) };
  return appendFact(telling, RECEIVED_MESSAGE, DONE, { ...about, body });
}

/** Whoever is named sees to what comes to the unit from now on, and to what waits and nobody has. */
export function nameIntakePerson(
  telling: Telling,
  unitId: string,
  body: { readonly personId: string; readonly name: string },
): Promise<Fact> {
  const about = { matterId: intakePersonMatter(unitId), patientId: null, courseId: null, unitId };
  const fact = { ...about, happenedOn: today(telling.store), body };
  return appendFact(telling, INTAKE_PERSON, INTAKE_PERSON_NAMED, fact);
}
