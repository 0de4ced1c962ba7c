// Knows the documents of a MsgHead: the message proper, and attachments.
import { type Codec, type Draft, mapped, report } from "../shape/codec.ts";
import { one, optional } from "../shape/fields.ts";
import { cs, cv, ts } from "../shape/kith-types.ts";
import { address, base64, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { BASE64, MSG_HEAD } from "../xml/namespaces.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import type { Attachment } from "./envelope.ts";

const oid: Codec<string> = {
  read: (element, reading) => {
    const value = text.read(element, reading).trim();
    if (!/^\d+(?:\.\d+)*$/.test(value))
      report(reading, element, "bad-value", "an OID", "something else");
    return value;
  },
  write: (value) => ({ text: value }),
};

/** A document of the message: the message proper, or an attachment. */
export interface HeadDocument<T> extends Attachment {
  readonly body?: T;
}

export function documentShape<T>(body: XmlName, codec: Codec<T>): Codec<HeadDocument<T>> {
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
      reference: { ...document, content: contentOf(document) },
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

function contentOf<T>({ body, base64: file }: HeadDocument<T>) {
  if (body === undefined && file === undefined) return undefined;
  return { body: body as Draft<T> | undefined, base64: file };
}
