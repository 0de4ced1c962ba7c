// Knows how a proposed registration is confirmed with one action, or dismissed with a reason.
import { randomUUID } from "node:crypto";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { type Registered, register } from "../../registration/register.ts";
import { today } from "../../store/store.ts";
import { courseHolder } from "../course-holder.ts";
import { type ProposedRegistration, proposalOfFacts } from "./course-proposals.ts";
import { CONFIRMED, DISMISSED, PROPOSAL } from "./proposal.ts";
import { courseNow } from "./propose.ts";

/** The proposal as its sender has seen it. AppError `not-now` if it has been answered. */
async function openProposal(telling: Telling, seen: SeenMatter): Promise<ProposedRegistration> {
  const proposal = proposalOfFacts(await matterAsSeen(telling.client, PROPOSAL, seen));
  if (proposal.state === "proposed") return proposal;
  throw new AppError(
    "not-now",
    `proposal: expected one that waits, got one that is ${proposal.state}`,
  );
}

async function aboutOf({ client, store }: Telling, proposal: ProposedRegistration) {
  const { courseId, patientId, proposalId: matterId } = proposal;
  const { unitId } = await courseHolder(client, courseId);
  return { courseId, patientId, matterId, unitId, happenedOn: today(store) };
}

/** Registers what was proposed; the record names the fact that it rests on. */
export async function confirmProposal(telling: Telling, seen: SeenMatter): Promise<Registered> {
  const { store, client, actor } = telling;
  const proposal = await openProposal(telling, seen);
  const { courseId, event, on, fromFact } = proposal;
  const { lastSeq } = await courseNow(telling, proposal);
  const recordId = randomUUID();
  const record = { recordId, event, outcome: proposal.outcome ?? undefined, occurredOn: on };
  const change = { courseId, seen: lastSeq, records: [{ ...record, voids: undefined }] };
  const entry = { recordedBy: actor.actorId, entered: "confirmed", fromFact } as const;
  const registered = await register(store, client, change, entry);
  const about = await aboutOf(telling, proposal);
  await appendFact(telling, PROPOSAL, CONFIRMED, { ...about, body: { recordId } });
  return registered;
}

/** It is not registered, and not proposed again. */
export async function dismissProposal(
  telling: Telling,
  seen: SeenMatter,
  reason: string,
): Promise<void> {
  const about = await aboutOf(telling, await openProposal(telling, seen));
  await appendFact(telling, PROPOSAL, DISMISSED, { ...about, body: { reason } });
}
