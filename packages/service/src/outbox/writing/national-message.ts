// Knows how the facts of a message become a national XML message: dialogue message 1.1 or discharge summary 1.2.
import {
  type DialogueHead,
  type Party,
  type Person,
  type Written,
  writeDischargeSummary,
  writePlanFeedback,
  writeQuestionAnswer,
  writeReferralAnswer,
} from "@rettvei/messages";
import type { ContentOf, SummaryDiagnosis } from "../message-content.ts";
import { authorOf } from "./parties.ts";

/** What stands around the content. */
export interface Around {
  readonly messageId: string;
  /** Instant at which it was written, with zone. */
  readonly writtenAt: string;
  readonly sender: Party;
  readonly receiver: Party;
  readonly patient: Person;
  /** Who referred, where that is another than the receiver. */
  readonly requester?: Party | undefined;
}

type DialogueContent = ContentOf<"referral-answer" | "plan-feedback" | "question-answer">;
export type NationalContent = DialogueContent | ContentOf<"discharge-summary">;

function headOf(
  { messageId, writtenAt, sender, receiver, patient }: Around,
  content: DialogueContent,
): DialogueHead {
  const conversation = "conversation" in content ? content.conversation : undefined;
  return {
    messageId,
    generatedAt: writtenAt,
    sender,
    receiver,
    otherReceivers: [],
    patient,
    conversation: conversation ?? { parent: messageId, conversation: messageId },
    attachments: [],
    author: authorOf(content),
  };
}

/** The standard has its codes without a dot. */
function conceptOf(diagnosis: SummaryDiagnosis) {
  return "text" in diagnosis
    ? diagnosis
    : { ...diagnosis, value: diagnosis.value.replace(".", "") };
}

function writeSummary(around: Around, content: ContentOf<"discharge-summary">): Written {
  const { messageId, writtenAt, sender, receiver, patient, requester } = around;
  return writeDischargeSummary({
    messageId,
    generatedAt: writtenAt,
    isTest: false,
    kind: "new",
    documentId: messageId,
    issuedAt: writtenAt,
    isPreliminary: false,
    title: content.title,
    stay: content.stay,
    diagnoses: content.diagnoses.map((one) => ({ concept: conceptOf(one), modifiers: [] })),
    items: [],
    sections: content.sections,
    patient,
    provider: sender,
    requester: requester ?? receiver,
    copies: requester === undefined ? [] : [receiver],
    responsible: [{ professional: authorOf(content) }],
    relatedParties: [],
  });
}

/** Writes it; the problems name what its standard asks for and the content lacks. */
export function writeNational(around: Around, content: NationalContent): Written {
  switch (content.form) {
    case "referral-answer":
      return writeReferralAnswer({ ...headOf(around, content), decision: content.decision });
    case "plan-feedback": {
      const { news, text } = content;
      return writePlanFeedback({ ...headOf(around, content), news, text });
    }
    case "question-answer": {
      const { question, answer } = content;
      return writeQuestionAnswer({ ...headOf(around, content), question, answer });
    }
    case "discharge-summary":
      return writeSummary(around, content);
  }
}
