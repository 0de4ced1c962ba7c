// Knows who outside the service is to be told of a course: the patient's GP, and whoever referred.
import type pg from "pg";
import { byMatter } from "../../facts/by-matter.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import type { Recipient } from "../../outbox/message-facts.ts";
import { REFERRAL, referralOf } from "../referral/referral.ts";
import type { Outside } from "../referral/referral-facts.ts";

/** Nobody knows who they are: the messages then wait on the unit's list until somebody does. */
const NOT_KNOWN: readonly Recipient[] = [
  { kind: "gp", address: null, name: "Fastlege" },
  { kind: "referrer", address: null, name: "Henviser" },
];

function recipient(kind: "gp" | "referrer", { address, name }: Outside): Recipient {
  return { kind, address: address ?? null, name };
}

function standingReferral(facts: readonly Fact[]) {
  return byMatter(facts, REFERRAL)
    .map(referralOf)
    .findLast(({ state }) => state !== "cancelled");
}

/** By the facts of a course: whoever referred; undefined where no referral is known. */
export function referrerBy(facts: readonly Fact[]): Recipient | undefined {
  const referral = standingReferral(facts);
  return referral && recipient("referrer", referral.content.referrer);
}

/** By the facts of a course: the GP and the referrer, who may be one, and may be without an address. */
export function outsideBy(facts: readonly Fact[]): readonly Recipient[] {
  const referral = standingReferral(facts);
  if (referral === undefined) return NOT_KNOWN;
  const { gp, referrer, tellGp } = referral.content;
  const told = recipient("referrer", referrer);
  // A referral names the GP where somebody else refers; the patient then says whether the GP is told.
  if (gp === null || !tellGp) return [told];
  const same = gp.address !== undefined && gp.address === referrer.address;
  return same ? [told] : [recipient("gp", gp), told];
}

export async function outsideOf(
  client: pg.ClientBase,
  courseId: string,
): Promise<readonly Recipient[]> {
  return outsideBy(await factsOfCourse(client, courseId));
}
