// Knows how answers to referrals and questions and news of plans become dialogue messages, and what these cannot lack.
import { HEAD_TAG, HEAD_VERSION } from "../parts/message-head.ts";
import { type Written, writeRoot } from "../shape/document.ts";
import type { Code } from "../shape/kith-types.ts";
import { HEAD_PREFIXES } from "../xml/namespaces.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import type {
  DialogueHead,
  PlanFeedback,
  PlanNews,
  QuestionAnswer,
  ReferralAnswer,
  ReferralDecision,
} from "./dialogue.ts";
import { type DialogueNote, dialogueMessage } from "./dialogue-shape.ts";

/** Code system 9148, all of it as published with the display files of the standards (2018-10-15); profile: HIS 1206:2018. */
const DECISIONS: Readonly<Record<ReferralDecision["kind"], Code>> = {
  "called-in": { value: "1", display: "Innkalles til helsehjelp" },
  "right-granted": { value: "2", display: "Rett til helsehjelp, tidspunkt kommer" },
  "sent-on": { value: "3", display: "Henvisningen er videresendt" },
  refused: { value: "4", display: "Henvisningen er avvist" },
};
const DECISIONS_OID = "2.16.578.1.12.4.1.1.9148";

const ANSWER_TYPE: Code = { value: "DIALOG_STATUS_HENVISNING", display: "Status på henvisning" };
const ABOUT_PATIENT_TYPE: Code = { value: "DIALOG_HELSEFAGLIG", display: "Helsefaglig dialog" };

/** The only theme of code system 7322 that is verified, from published examples. */
const ABOUT_PATIENT: Code = {
  value: "6",
  display: "Henvendelse om pasient",
  system: "2.16.578.1.12.4.1.1.7322",
};

const TOPICS: Readonly<Record<PlanNews, string>> = {
  "plan-made": "Behandlingsplan er laget",
  "plan-changed": "Behandlingsplan er endret",
};

/** Code system 9034: who can be asked about the patient's care. */
const CLINICAL_CONTACT: Code = {
  value: "21",
  display: "Helsefaglig kontakt",
  system: "2.16.578.1.12.4.1.1.9034",
};

/** Writes the answer to a referral. A refusal without reasons, advice and how to complain is not written. */
export function writeReferralAnswer(answer: ReferralAnswer): Written {
  const problems = [...missingWords(partsOf(answer.decision)), ...missingContact(answer)];
  if (problems.length > 0) return { ok: false, problems };
  const theme = { ...DECISIONS[answer.decision.kind], system: DECISIONS_OID };
  return write(answer, ANSWER_TYPE, { theme, text: wordsOf(answer.decision) });
}

/** Writes news of the plan for the referrer and the general practitioner. */
export function writePlanFeedback(feedback: PlanFeedback): Written {
  const { news, text } = feedback;
  return writeAboutPatient(feedback, TOPICS[news], { parts: { text }, text });
}

/** Writes the answer to a question under the question, which the system of who asked may never have seen. */
export function writeQuestionAnswer(answered: QuestionAnswer): Written {
  const { question, answer } = answered;
  const text = `Spørsmål:\n${question}\n\nSvar:\n${answer}`;
  return writeAboutPatient(answered, "Svar på spørsmål", { parts: { question, answer }, text });
}

function writeAboutPatient(
  head: DialogueHead,
  topic: string,
  { parts, text }: { readonly parts: Readonly<Record<string, string>>; readonly text: string },
): Written {
  const problems = [...missingWords(parts), ...missingContact(head)];
  if (problems.length > 0) return { ok: false, problems };
  return write(head, ABOUT_PATIENT_TYPE, { theme: ABOUT_PATIENT, topic, text });
}

function partsOf(decision: ReferralDecision): Readonly<Record<string, string>> {
  const { kind: _, ...parts } = decision;
  return parts;
}

function wordsOf(decision: ReferralDecision): string {
  if (decision.kind === "sent-on") return `Videresendt til: ${decision.to}\n\n${decision.text}`;
  if (decision.kind !== "refused") return decision.text;
  const { reasons, advice, howToComplain } = decision;
  return [
    `Begrunnelse:\n${reasons}`,
    `Råd om videre tiltak:\n${advice}`,
    `Slik kan pasienten klage:\n${howToComplain}`,
  ].join("\n\n");
}

function missingWords(parts: Readonly<Record<string, string>>): readonly MessageProblem[] {
  return Object.entries(parts)
    .filter(([, words]) => words.trim() === "")
    .map(([path]) => missing(path, "words"));
}

/** The standard wants the author's name and a telephone number. */
function missingContact({ author }: DialogueHead): readonly MessageProblem[] {
  const { familyName, givenName, telecoms } = author;
  return [
    ...(familyName === undefined || givenName === undefined ? [missing("author", "a name")] : []),
    ...(telecoms.length === 0 ? [missing("author.telecoms", "a telephone number")] : []),
  ];
}

function missing(path: string, expected: string): MessageProblem {
  return { code: "missing-element", line: 0, column: 0, path, expected, found: "none" };
}

function write(head: DialogueHead, type: Code, note: Omit<DialogueNote, "roles">): Written {
  const { messageId, generatedAt, sender, receiver, otherReceivers, conversation } = head;
  const { author, unit, patient, attachments } = head;
  const role = {
    roleToPatient: CLINICAL_CONTACT,
    ...(unit && { unit: { organisation: unit } }),
    professional: author,
  };
  const message = {
    envelope: {
      type,
      version: HEAD_VERSION,
      messageId,
      generatedAt,
      sender,
      receiver,
      otherReceivers,
      conversation,
      signed: false,
    },
    patient,
    documents: [
      {
        issuedAt: generatedAt,
        type: { value: "XML", display: "XML-instans" },
        body: { questions: [], notes: [{ ...note, roles: [role] }] },
      },
      ...attachments,
    ],
  };
  return writeRoot(HEAD_TAG, dialogueMessage, message, HEAD_PREFIXES);
}
