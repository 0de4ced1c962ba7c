// Knows the national envelope MsgHead 1.2 with its documents and attachments.

import { type Codec, type Draft, mapped, report } from "../shape/codec.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { cs } from "../shape/kith-types.ts";
import { dateTime, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { MSG_HEAD, SIGNATURE } from "../xml/namespaces.ts";
import { childElements } from "../xml/xml-element.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import type { Party, Person } from "./contact.ts";
import { headOrganisation, headPerson, headProfessional, sharedPerson } from "./contact-shapes.ts";
import type { Conversation, Envelope, OtherReceiver } from "./envelope.ts";
import { documentShape, type HeadDocument } from "./head-document.ts";

export const HEAD_TAG: XmlName = { uri: MSG_HEAD, name: "MsgHead" };
export const HEAD_VERSION = "v1.2 2006-05-24";

/** Text that the standard fixes; empty stands for it. */
const version: Codec<string> = {
  read: (element, reading) => {
    const value = text.read(element, reading);
    if (value !== "" && value !== HEAD_VERSION)
      report(reading, element, "bad-value", HEAD_VERSION, "another version");
    return HEAD_VERSION;
  },
  write: () => ({ text: HEAD_VERSION }),
};

/** Sender or receiver. */
export const headParty: Codec<Party> = mapped(
  sequence(MSG_HEAD, {
    commMethod: optional("ComMethod", cs),
    organisation: one("Organisation", headOrganisation),
  }),
  (read): Party => read,
  (value) => value,
);

const otherReceiver: Codec<OtherReceiver> = mapped(
  sequence(
    MSG_HEAD,
    {
      commMethod: optional("ComMethod", cs),
      role: one("RoleReceiver", cs),
      organisation: optional("Organisation", headOrganisation),
      patient: optional("Patient", headPerson),
      person: optional("Person", sharedPerson),
      professional: optional("HealthcareProfessional", headProfessional),
    },
    [{ of: ["organisation", "patient", "person", "professional"], mustBe: false }],
  ),
  ({ patient, person, ...own }): OtherReceiver => ({
    party: own,
    ...(patient && { patient }),
    ...(person && { person }),
    deliveries: [],
  }),
  ({ party: own, patient, person }) => ({ ...own, patient, person }),
);

export const headConversation: Codec<Conversation> = sequence(MSG_HEAD, {
  parent: one("RefToParent", text),
  conversation: one("RefToConversation", text),
});

const messageInfo = sequence(MSG_HEAD, {
  type: one("Type", cs),
  version: one("MIGversion", version),
  generatedAt: one("GenDate", dateTime),
  messageId: one("MsgId", text),
  status: optional("ProcessingStatus", cs),
  requestedPriority: optional("RequestedPriority", cs),
  acknowledgement: optional("Ack", cs),
  conversation: optional("ConversationRef", headConversation),
  sender: one("Sender", headParty),
  receiver: one("Receiver", headParty),
  otherReceivers: many("OtherReceiver", otherReceiver),
  patient: optional("Patient", headPerson),
});

/** A signature is seen, not judged; it is never written. */
const signature: Codec<true> = {
  read: (element, reading) => {
    if (childElements(element).length === 0)
      report(reading, element, "missing-element", "SignedInfo", "nothing");
    return true;
  },
  write: () => ({}),
};

/** A message in MsgHead: its envelope, the patient, the message proper and the other documents. */
export interface HeadMessage<T> {
  readonly envelope: Envelope;
  readonly patient?: Person;
  readonly documents: readonly HeadDocument<T>[];
}

export function headShape<T>(body: XmlName, codec: Codec<T>): Codec<HeadMessage<T>> {
  const document = documentShape(body, codec);
  return mapped(
    sequence(MSG_HEAD, {
      info: one("MsgInfo", messageInfo),
      documents: some("Document", document),
      signature: optional("Signature", signature, SIGNATURE),
    }),
    ({ info: { patient, ...envelope }, documents, signature: signed }): HeadMessage<T> => ({
      envelope: { ...envelope, signed: signed === true },
      ...(patient && { patient }),
      documents,
    }),
    ({ envelope, patient, documents }) => ({
      info: { ...envelope, patient },
      documents: documents as readonly Draft<HeadDocument<T>>[],
    }),
  );
}
