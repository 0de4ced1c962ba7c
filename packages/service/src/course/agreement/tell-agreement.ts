// Knows how an agreement with a municipality is made, reviewed and ended.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { Static } from "typebox";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { refuseStaleMatter } from "../../facts/refuse-stale-matter.ts";
import { today } from "../../store/store.ts";
import { dayThatWas } from "../days-told.ts";
import { AGREEMENT, AGREEMENT_ENDED, AGREEMENT_MADE, AGREEMENT_REVIEWED } from "./agreement.ts";

export interface NewAgreement extends Static<typeof AGREEMENT_MADE.body> {
  readonly unitId: string;
  readonly on: CalendarDate | undefined;
}

/** Makes it; answers its id. */
export async function makeAgreement(
  telling: Telling,
  { unitId, on, ...body }: NewAgreement,
): Promise<string> {
  const happenedOn = dayThatWas(telling.store, on, "/on");
  const matterId = randomUUID();
  const about = { matterId, patientId: null, courseId: null, unitId, happenedOn };
  await appendFact(telling, AGREEMENT, AGREEMENT_MADE, { ...about, body });
  return matterId;
}

// Agreements are no patient's, so their writers take turns by their own lock.
async function lockAgreement(client: pg.ClientBase, agreementId: string): Promise<void> {
  await client.query({
    name: "lock-agreement",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('rettvei agreement ' || $1, 0))",
    values: [agreementId],
  });
}

async function inForce({ client, store }: Telling, agreementId: string, seen: number) {
  await lockAgreement(client, agreementId);
  const facts: readonly Fact[] = await factsOfType(client, agreementId, AGREEMENT);
  refuseStaleMatter(seen, facts.at(-1)?.seq ?? 0);
  const { open, state, unitId } = AGREEMENT.standing(facts);
  if (!open)
    throw new AppError("not-now", `agreement: expected one in force, got one that is ${state}`);
  const nobody = { patientId: null, courseId: null };
  return { matterId: agreementId, ...nobody, unitId, happenedOn: today(store) };
}

/** It was looked at anew: what it says and whom to call from now on, and when next. */
export async function reviewAgreement(
  telling: Telling,
  { agreementId, seen }: { readonly agreementId: string; readonly seen: number },
  body: Static<typeof AGREEMENT_REVIEWED.body>,
): Promise<void> {
  const about = await inForce(telling, agreementId, seen);
  await appendFact(telling, AGREEMENT, AGREEMENT_REVIEWED, { ...about, body });
}

export async function endAgreement(
  telling: Telling,
  { agreementId, seen }: { readonly agreementId: string; readonly seen: number },
  reason: string,
): Promise<void> {
  const about = await inForce(telling, agreementId, seen);
  await appendFact(telling, AGREEMENT, AGREEMENT_ENDED, { ...about, body: { reason } });
}
