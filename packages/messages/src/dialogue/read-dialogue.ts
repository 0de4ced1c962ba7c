// Knows how the bytes of a dialogue message become facts, and how these are written again.
import { type Loss, lossesBetween } from "../loss/losses.ts";
import type { Person } from "../parts/contact.ts";
import type { Attachment, Envelope } from "../parts/envelope.ts";
import type { HeadDocument } from "../parts/head-document.ts";
import { HEAD_TAG, type HeadMessage } from "../parts/message-head.ts";
import { aboutUnread, type UnreadMessage } from "../referral/about-unread.ts";
import { readRoot, type Written, writeRoot } from "../shape/document.ts";
import { decodeMessage } from "../xml/decode-message.ts";
import { HEAD_PREFIXES } from "../xml/namespaces.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "../xml/xml-limits.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import { type DialogueBody, dialogueMessage } from "./dialogue-shape.ts";

/** A dialogue message that came, as plain data: its notes or questions, and what came with it. */
export interface DialogueMessage {
  readonly envelope: Envelope;
  readonly patient?: Person;
  /** The first is the dialogue itself; the others are attachments. */
  readonly documents: readonly (Attachment & { readonly body?: DialogueBody })[];
}

export type ReadDialogue =
  | { readonly ok: true; readonly dialogue: DialogueMessage; readonly lost: readonly Loss[] }
  | {
      readonly ok: false;
      readonly problems: readonly MessageProblem[];
      readonly about: UnreadMessage;
    };

/** Reads Dialogmelding 1.1 in MsgHead; strict as the reader of referrals. Never throws on what a sender can send. */
export function readDialogue(bytes: Uint8Array, limits: XmlLimits = DEFAULT_LIMITS): ReadDialogue {
  const text = decodeMessage(bytes, limits);
  if (typeof text !== "string") return { ok: false, problems: [text], about: {} };
  const document = readXml(text, limits);
  if (!isXmlDocument(document)) return { ok: false, problems: [document], about: {} };
  const read = readRoot(document, HEAD_TAG, dialogueMessage);
  if (!read.ok) return { ok: false, problems: read.problems, about: aboutUnread(document) };
  const written = { tag: HEAD_TAG, ...dialogueMessage.write(read.value) };
  return { ok: true, dialogue: read.value, lost: lossesBetween(document, written) };
}

/** Writes a dialogue message again from its facts. */
export function writeDialogue({ envelope, patient, documents }: DialogueMessage): Written {
  const message: HeadMessage<DialogueBody> = {
    envelope,
    ...(patient && { patient }),
    documents: documents as readonly HeadDocument<DialogueBody>[],
  };
  return writeRoot(HEAD_TAG, dialogueMessage, message, HEAD_PREFIXES);
}
