// Knows all types of matters that the service has, and which of them a fact tells of.
import { AGREEMENT } from "../course/agreement/agreement.ts";
import { ASSIGNMENT } from "../course/assignment/assignment.ts";
import { CLOSING } from "../course/closing/closing.ts";
import { DETOX } from "../course/detox/detox.ts";
import { EVALUATION } from "../course/evaluation/evaluation.ts";
import { FOLLOW_UP } from "../course/municipality/follow-up.ts";
import { PLAN } from "../course/plan/plan.ts";
import { PROPOSAL } from "../course/proposal/proposal.ts";
import { QUESTION } from "../course/question/question.ts";
import { REFERRAL } from "../course/referral/referral.ts";
import { SHARING } from "../course/sharing/sharing.ts";
import { TRANSFER } from "../course/transfer/transfer.ts";
import { VOICE } from "../course/voice/voice.ts";
import { INTAKE_PERSON, RECEIVED_MESSAGE } from "../intake/received-matter.ts";
import { ADDRESS } from "../outbox/addresses/address.ts";
import { MESSAGE } from "../outbox/message-matter.ts";
import { NOTICE_CHOICE } from "../outbox/notice-choice.ts";
import { ACCESS_REVIEW, LOG_EXAMINATION } from "../oversight/access-review.ts";
import { BLOCK } from "../rights/block.ts";
import { BREAK_GLASS, GLASS_REVIEW } from "../rights/break-glass.ts";
import { CONFIDENTIAL_ADDRESS } from "../rights/confidential-address.ts";
import { EXPLANATION } from "../rights/explanation.ts";
import { GUARDIAN_VIEW } from "../rights/guardian-view.ts";
import { REPRESENTATION } from "../rights/representation-matter.ts";
import type { Fact } from "./fact.ts";
import type { MatterType } from "./matter.ts";

/** In no order that matters. */
export const MATTER_TYPES: readonly MatterType[] = [
  ACCESS_REVIEW,
  ADDRESS,
  AGREEMENT,
  ASSIGNMENT,
  BLOCK,
  BREAK_GLASS,
  CLOSING,
  CONFIDENTIAL_ADDRESS,
  DETOX,
  EVALUATION,
  EXPLANATION,
  FOLLOW_UP,
  GLASS_REVIEW,
  GUARDIAN_VIEW,
  INTAKE_PERSON,
  LOG_EXAMINATION,
  MESSAGE,
  NOTICE_CHOICE,
  PLAN,
  PROPOSAL,
  QUESTION,
  RECEIVED_MESSAGE,
  REFERRAL,
  REPRESENTATION,
  SHARING,
  TRANSFER,
  VOICE,
];

const typeOfKind = new Map(
  MATTER_TYPES.flatMap((type) => type.kinds.map(({ kind }) => [kind, type] as const)),
);

/** The type of matter that a fact tells of. Throws on a kind that nobody has: the data is of a newer program. */
export function matterTypeOf({ kind }: Pick<Fact, "kind">): MatterType {
  const type = typeOfKind.get(kind);
  if (type === undefined) throw new Error(`facts: expected a known kind, got ${kind}`);
  return type;
}
