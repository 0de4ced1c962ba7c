// Knows how a message that changes or cancels a referral finds the one it is about, and what it does to it.
import type { ReferralMessage } from "@rettvei/messages";
import { cancelReferral, changeReferral } from "../course/referral/change-referral.ts";
import { type Referral, referralOf } from "../course/referral/referral.ts";
import type { Telling } from "../facts/append-fact.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { urgencyOf } from "./into-referral.ts";

// The number stays the same when a referral is changed or cancelled; two senders may use the same one.
const EARLIER = `
  SELECT p.body->>'referralId' AS "referralId"
  FROM rettvei.fact r
  JOIN rettvei.fact p ON p.matter_id = r.matter_id AND p.kind = 'received-placed'
  WHERE r.kind = 'message-received' AND r.body->'facts'->>'documentId' = $1 AND r.body->'sender'->>'number' = $2
    AND p.body->>'referralId' IS NOT NULL
  ORDER BY r.seq DESC LIMIT 1`;

/** The referral that the message is about; undefined where none of the sender's was placed. */
export async function earlierReferral(
  { client }: Telling,
  { documentId }: ReferralMessage,
  senderNumber: string | null,
): Promise<Referral | undefined> {
  const values = [documentId, senderNumber];
  const query = { name: "earlier-referral", text: EARLIER, values };
  const { rows } = await client.query<{ referralId: string }>(query);
  const [found] = rows;
  return found && referralOf(await factsOfMatter(client, found.referralId));
}

const NO_WORDS = "Endret av henviser; se meldingen.";
const CANCELLED = "Trukket av henviser; se meldingen.";

/** Changes or cancels a referral that still waits. False where it is too late: somebody has to look at it. */
export async function applyLater(
  telling: Telling,
  { referralId, patientId, version: seen, state }: Referral,
  message: ReferralMessage,
): Promise<boolean> {
  if (state !== "waiting") return false;
  const which = { referralId, patientId, seen };
  const words = message.comment?.slice(0, 10_000);
  if (message.kind === "cancel") {
    await cancelReferral(telling, which, words || CANCELLED);
    return true;
  }
  const urgency = urgencyOf(message);
  const change = { urgency, points: [], patientWords: undefined, note: words || NO_WORDS };
  await changeReferral(telling, which, change);
  return true;
}
