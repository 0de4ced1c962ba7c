// Knows what we tell a referrer by Dialogmelding 1.1: the answer to a referral, news of the plan, answers to questions.

import type { Organisation, Party, Person, Professional } from "../parts/contact.ts";
import type { Attachment, Conversation, OtherReceiver } from "../parts/envelope.ts";

/** What every dialogue message has. */
export interface DialogueHead {
  readonly messageId: string;
  /** Date and time. */
  readonly generatedAt: string;
  readonly sender: Party;
  readonly receiver: Party;
  /** Copies, as to the general practitioner when the referrer is somebody else. */
  readonly otherReceivers: readonly OtherReceiver[];
  readonly patient: Person;
  /** The first message of the conversation, and the one this answers. */
  readonly conversation: Conversation;
  readonly attachments: readonly Attachment[];
  /** Who answers for it, with a number to call. */
  readonly author: Professional;
  readonly unit?: Organisation;
}

/** What was decided; each with what must be said of it. Code system 9148. */
export type ReferralDecision =
  | { readonly kind: "called-in"; readonly text: string }
  | { readonly kind: "right-granted"; readonly text: string }
  | { readonly kind: "sent-on"; readonly to: string; readonly text: string }
  | {
      readonly kind: "refused";
      readonly reasons: string;
      /** The specialist's advice on what the patient needs instead. */
      readonly advice: string;
      readonly howToComplain: string;
    };

/** The answer to a referral (Status på henvisning, HIS 1206:2018). */
export interface ReferralAnswer extends DialogueHead {
  readonly decision: ReferralDecision;
}

export type PlanNews = "plan-made" | "plan-changed";

/** News of the treatment plan to the referrer and the general practitioner (Helsefaglig dialog, HIS 1077). */
export interface PlanFeedback extends DialogueHead {
  readonly news: PlanNews;
  readonly text: string;
}

/** The answer to what the referrer asked of a patient (Helsefaglig dialog, HIS 1077); it holds the question too. */
export interface QuestionAnswer extends DialogueHead {
  readonly question: string;
  readonly answer: string;
}
