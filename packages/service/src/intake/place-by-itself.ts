// Knows which messages need nobody to place them: those that say enough, about a patient and to a unit that we know.

import type { DialogueMessage, ReferralMessage } from "@rettvei/messages";
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import type { Telling } from "../facts/append-fact.ts";
import type { Fact } from "../facts/fact.ts";
import type { Store } from "../store/store.ts";
import { applyLater, earlierReferral } from "./later-message.ts";
import {
  numberOf,
  placeDialogue,
  placeLater,
  placeReferral,
  type ReceivedFact,
} from "./place-received.ts";
import type { ReadMessage } from "./read-message.ts";
import { receivingUnit } from "./receiving-unit.ts";

const PATIENT = "SELECT patient_id FROM rettvei.patient WHERE person_number = $1 LIMIT 2";

/** The one patient with the number; undefined if there is none, or more than one. */
export async function patientOfMessage(
  client: pg.ClientBase,
  message: ReferralMessage | DialogueMessage,
): Promise<string | undefined> {
  const number = numberOf(message);
  if (number === undefined) return undefined;
  const query = { name: "patient-of-message-number", text: PATIENT, values: [number] };
  const { rows } = await asSystem(client, () => client.query<{ patient_id: string }>(query));
  return rows.length === 1 ? rows[0]?.patient_id : undefined;
}

/** The pathway that an onward referral names by its codes; undefined if it names none of ours, or several. */
export function pathwayOfMessage(
  { judging }: Store,
  { pathwayCodes }: ReferralMessage,
): string | undefined {
  const { system, codes } = judging.bundle.codes.pathwayTypes;
  const ours = pathwayCodes.filter(({ code }) => code.system?.endsWith(system) === true);
  const named = ours.flatMap(({ code }) =>
    codes.filter((type) => code.value?.startsWith(type.code) === true),
  );
  const pathways = new Set(named.map(({ pathway }) => pathway));
  return pathways.size === 1 ? [...pathways][0] : undefined;
}

/** Places it if it can be; what is not placed stays on the unit's list. */
export async function placeByItself(
  telling: Telling,
  received: ReceivedFact,
  message: Extract<ReadMessage, { kind: "referral" | "dialogue" }>,
): Promise<Fact | undefined> {
  const { client, store } = telling;
  if (message.kind === "referral" && message.facts.kind !== "new") {
    const referral = await earlierReferral(telling, message.facts, received.body.sender.number);
    const applied = referral && (await applyLater(telling, referral, message.facts));
    return applied ? placeLater(telling, received, referral) : undefined;
  }
  const { unitId, named } = await receivingUnit(client, message.facts.envelope.receiver);
  const patientId = await patientOfMessage(client, message.facts);
  if (!named || unitId === null || patientId === undefined) return undefined;
  const place = { how: "by-itself", patientId, unitId } as const;
  if (message.kind === "dialogue") return placeDialogue(telling, received, place);
  const pathway = pathwayOfMessage(store, message.facts);
  if (pathway === undefined) return undefined;
  return placeReferral(telling, received, place, pathway);
}
