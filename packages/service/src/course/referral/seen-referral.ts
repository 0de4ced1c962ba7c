// Knows how a referral is taken up for a change: in turn, as its sender has seen it, and only where it stands so.
import { AppError } from "../../app-error.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { refuseStaleMatter } from "../../facts/refuse-stale-matter.ts";
import { lockPatients } from "../../store/transaction.ts";
import { type Referral, type ReferralState, referralOf } from "./referral.ts";

/** Which referral, and which version of it its sender has seen. */
export interface ReferralSeen {
  readonly referralId: string;
  readonly patientId: string;
  readonly seen: number;
}

/** The referral as it is now. Throws AppError `stale`, or `not-now` where it is not in the state. */
export async function seenReferral(
  { client }: Telling,
  { referralId, patientId, seen }: ReferralSeen,
  state: ReferralState,
): Promise<Referral> {
  await lockPatients(client, [patientId]);
  const referral = referralOf(await factsOfMatter(client, referralId));
  refuseStaleMatter(seen, referral.version);
  if (referral.state === state) return referral;
  throw new AppError(
    "not-now",
    `referral: expected one that is ${state}, got one that is ${referral.state}`,
  );
}

/** The referral with all that was told of it. */
export async function referralNow({ client }: Telling, referralId: string): Promise<Referral> {
  return referralOf(await factsOfMatter(client, referralId));
}
