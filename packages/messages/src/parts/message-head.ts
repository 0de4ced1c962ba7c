// Knows the national envelope MsgHead 1.2 with its documents and attachments.

import { type Codec, type Draft, mapped, report } from "../shape/codec.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { cs, cv, ts } from "../shape/kith-types.ts";
import { address, base64, dateTime, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { BASE64, MSG_HEAD, SIGNATURE } from "../xml/namespaces.ts";
import { childElements } from "../xml/xml-element.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import type { Party, Person } from "./contact.ts";
import { headOrganisation, headPerson, headProfessional, sharedPerson } from "./contact-shapes.ts";
import type { Attachment, Envelope, OtherReceiver } from "./envelope.ts";

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

const oid: Codec<string> = {
  read: (element, reading) => {
    const value = text.read(element, reading).trim();
    if (!/^\d+(?:\.\d+)*$/.test(value))
      report(reading, element, "bad-value", "an OID", "something else");
    return value;
  },
  write: (value) => ({ text: value }),
};

const party: Codec<Party> = mapped(
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

const messageInfo = sequence(MSG_HEAD, {
  type: one("Type", cs),
  version: one("MIGversion", version),
  generatedAt: one("GenDate", dateTime),
  messageId: one("MsgId", text),
  status: optional("ProcessingStatus", cs),
  requestedPriority: optional("RequestedPriority", cs),
  acknowledgement: optional("Ack", cs),
  conversation: optional(
    "ConversationRef",
    sequence(MSG_HEAD, {
      parent: one("RefToParent", text),
      conversation: one("RefToConversation", text),
    }),
  ),
  sender: one("Sender", party),
  receiver: one("Receiver", party),
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

/** A document of the message: the message proper, or an attachment. */
export interface HeadDocument<T> extends Attachment {
  readonly body?: T;
}

function documentShape<T>(body: XmlName, codec: Codec<T>): Codec<HeadDocument<T>> {
  const content = sequence(
    MSG_HEAD,
    {
      body: optional(body.name, codec, body.uri),
      base64: optional("Base64Container", base64, BASE64),
    },
    [{ of: ["body", "base64"], mustBe: false }],
  );
  const reference = sequence(
    MSG_HEAD,
    {
      issuedAt: optional("IssueDate", ts),
      type: one("MsgType", cs),
      id: optional("Id", text),
      mimeType: optional("MimeType", text),
      description: optional("Description", text),
      compression: optional("Compression", cs),
      fileReference: optional("FileReference", address),
      content: optional("Content", content),
    },
    [{ of: ["fileReference", "content"], mustBe: false }],
  );
  return mapped(
    sequence(MSG_HEAD, { ...NOTES, reference: one("RefDoc", reference) }),
    ({ reference: { content: held, ...inner }, ...outer }): HeadDocument<T> => ({
      ...outer,
      ...inner,
      ...held,
    }),
    (document) => ({
      ...document,
      reference: { ...document, content: contentOf(document) } as never,
    }),
  );
}

const NOTES = {
  connection: optional("DocumentConnection", cs),
  contentType: optional("ContentType", cv),
  contentDescription: optional("ContentDescription", text),
  contentCategory: optional("ContentCategory", cv),
  consent: optional("Consent", cv),
  annotation: optional("Annotation", text),
  from: optional("FromDate", ts),
  to: optional("ToDate", ts),
  oidRef: optional("OidRef", oid),
  enquiryRefId: optional("EnquiryRefId", text),
} as const;

function contentOf<T>({ body, base64: file }: HeadDocument<T>): object | undefined {
  return body === undefined && file === undefined ? undefined : { body, base64: file };
}

/** A message in MsgHead: its envelope, the patient, the message proper and the other documents. */
export interface HeadMessage<T> {
  readonly envelope: Envelope;
  readonly patient?: Person;
  readonly documents: readonly HeadDocument<T>[];
}

/** The envelope alone, for telling whose message it was that could not be read. */
export const headInfo = messageInfo;

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
