// Knows what kind of message some bytes are, and from whom to whom, before anything more of it is read.
import { decodeMessage } from "../xml/decode-message.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "../xml/xml-limits.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import { aboutUnread, type UnreadMessage } from "./about-unread.ts";

export type AboutMessage =
  | { readonly ok: true; readonly about: UnreadMessage }
  | { readonly ok: false; readonly problems: readonly MessageProblem[] };

/** What the envelope says, whatever is inside; problems where the text is no XML that may be read. */
export function aboutMessage(bytes: Uint8Array, limits: XmlLimits = DEFAULT_LIMITS): AboutMessage {
  const text = decodeMessage(bytes, limits);
  if (typeof text !== "string") return { ok: false, problems: [text] };
  const document = readXml(text, limits);
  return isXmlDocument(document)
    ? { ok: true, about: aboutUnread(document) }
    : { ok: false, problems: [document] };
}
