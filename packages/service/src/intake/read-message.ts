// Knows how bytes that came become one of the messages we know, or what is wrong with them.
import {
  type AnsweredMessage,
  aboutMessage,
  answeredMessage,
  type DialogueMessage,
  type Loss,
  type MessageProblem,
  type Party,
  type Receipt,
  type ReferralMessage,
  readDialogue,
  readReceipt,
  readReferral,
  type UnreadMessage,
} from "@rettvei/messages";

export type ReadMessage =
  | {
      readonly kind: "referral";
      readonly facts: ReferralMessage;
      readonly lost: readonly Loss[];
      readonly answered: AnsweredMessage | undefined;
    }
  | {
      readonly kind: "dialogue";
      readonly facts: DialogueMessage;
      readonly lost: readonly Loss[];
      readonly answered: AnsweredMessage | undefined;
    }
  | { readonly kind: "receipt"; readonly facts: Receipt }
  | {
      readonly kind: "unread";
      readonly problems: readonly MessageProblem[];
      /** What a receipt must know of it; undefined where nobody can be answered. */
      readonly answered: AnsweredMessage | undefined;
      readonly messageId: string | undefined;
      readonly sender: Party | undefined;
      readonly receiver: Party | undefined;
    };

const APPREC = "AppRec";

function unread(
  problems: readonly MessageProblem[],
  about: UnreadMessage,
  receivedAt: string,
): ReadMessage {
  const answered = answeredMessage({ ok: false, problems, about }, receivedAt);
  const { messageId, sender, receiver } = about;
  return { kind: "unread", problems, answered, messageId, sender, receiver };
}

function readAsDialogue(bytes: Uint8Array, receivedAt: string): ReadMessage {
  const read = readDialogue(bytes);
  if (!read.ok) return unread(read.problems, read.about, receivedAt);
  const { messageId, type, generatedAt, sender, receiver } = read.dialogue.envelope;
  const answered = { messageId, type, generatedAt, sender, receiver };
  return { kind: "dialogue", facts: read.dialogue, lost: read.lost, answered };
}

function readAsReferral(bytes: Uint8Array, receivedAt: string): ReadMessage {
  const read = readReferral(bytes);
  if (!read.ok) return unread(read.problems, read.about, receivedAt);
  const answered = answeredMessage(read, receivedAt);
  return { kind: "referral", facts: read.referral, lost: read.lost, answered };
}

/** Reads a message as what it says that it is. Never throws on what a sender can send. */
export function readMessage(bytes: Uint8Array, receivedAt: string): ReadMessage {
  const known = aboutMessage(bytes);
  if (!known.ok) return unread(known.problems, {}, receivedAt);
  const { root, type } = known.about;
  if (root?.name === APPREC) {
    const read = readReceipt(bytes);
    return read.ok
      ? { kind: "receipt", facts: read.value }
      : unread(read.problems, known.about, receivedAt);
  }
  return type?.value?.startsWith("DIALOG") === true
    ? readAsDialogue(bytes, receivedAt)
    : readAsReferral(bytes, receivedAt);
}
