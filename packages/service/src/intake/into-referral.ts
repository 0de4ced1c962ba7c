// Knows how a referral that came as a message becomes one of ours: what of it our own referrals say too.
import { assessmentDates, partyNames, type ReferralMessage } from "@rettvei/messages";
import type { Onward } from "../course/referral/referral-facts.ts";
import { type NewReferral, sendReferral } from "../course/referral/send-referral.ts";
import type { Telling } from "../facts/append-fact.ts";
import { partyView } from "./party-view.ts";
import type { ReceivedFact } from "./place-received.ts";

export interface ReferralPlace {
  readonly patientId: string;
  readonly unitId: string;
  readonly pathway: string;
}

export interface Referred {
  readonly courseId: string;
  readonly referralId: string;
}

type Urgency = NewReferral["urgency"];

/** Code system 8306, of Henvisning 2.0; other codes are looked at in turn like any referral. */
const URGENCIES: Readonly<Record<string, Urgency>> = { "0": "emergency", "3": "soon" };

export function urgencyOf({ request }: ReferralMessage): Urgency {
  return URGENCIES[request.urgency.value ?? ""] ?? "ordinary";
}

/** The only code of system 8485 that is verified: treatment. */
const TREATMENT = "2";

function rightOf(message: ReferralMessage): Onward["right"] {
  const { assessed: grantedOn, legalDeadline } = assessmentDates(message);
  const { rightGranted, outcome } = message.assessment?.details ?? {};
  if (rightGranted !== true || outcome?.value !== TREATMENT) return undefined;
  if (grantedOn === undefined || legalDeadline === undefined) return undefined;
  return { grantedOn, grantedFor: "treatment", legalDeadline };
}

function onwardOf(message: ReferralMessage, from: string): Onward | null {
  if (!message.onward) return null;
  const { seniority: waitingSince } = assessmentDates(message);
  const right = rightOf(message);
  return { from, ...(waitingSince && { waitingSince }), ...(right && { right }) };
}

/** The checklist is ours; a national message has its own headings, which are read there. */
const NO_CHECKLIST = "Kom som nasjonal melding, som ikke har sjekklisten; se meldingen.";

function referralOf(
  { happenedOn, body }: ReceivedFact,
  message: ReferralMessage,
  { patientId, unitId, pathway }: ReferralPlace,
): NewReferral {
  const { name, number } = partyView(message.envelope.sender);
  const { person, organisation } = partyNames(message.envelope.sender);
  const referrer = person ?? name ?? number ?? body.messageId ?? "-";
  return {
    unitId,
    pathway,
    urgency: urgencyOf(message),
    patient: { patientId },
    receivedOn: happenedOn,
    referrer: {
      name: referrer,
      ...(organisation !== undefined && { organisation }),
      ...(number !== null && { address: number }),
    },
    referrerId: null,
    gp: null,
    tellGp: false,
    points: [],
    incompleteBecause: NO_CHECKLIST,
    patientWords: null,
    attachment: null,
    onward: onwardOf(message, organisation ?? referrer),
    language: "nb",
  };
}

/** Opens the course on the day that the message came, and leaves the assessment to the unit. */
export async function intoReferral(
  telling: Telling,
  received: ReceivedFact,
  message: ReferralMessage,
  place: ReferralPlace,
): Promise<Referred> {
  const { courseId, referralId } = await sendReferral(
    telling,
    referralOf(received, message, place),
  );
  return { courseId, referralId };
}
