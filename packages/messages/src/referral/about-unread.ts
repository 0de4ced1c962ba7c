// Knows what can be told of a referral that is not read: enough to answer it and to put it on somebody's list.
import type { Party } from "../parts/contact.ts";
import type { Conversation } from "../parts/envelope.ts";
import { headConversation, headParty } from "../parts/message-head.ts";
import type { Codec, Reading } from "../shape/codec.ts";
import { type Code, cs, ts } from "../shape/kith-types.ts";
import { dateTime, text } from "../shape/scalars.ts";
import { MSG_HEAD } from "../xml/namespaces.ts";
import { childElements, type XmlDocument, type XmlElement } from "../xml/xml-element.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import { sideShape } from "./referral-1-shape.ts";

export interface UnreadMessage {
  /** Root element and its namespace. */
  readonly root?: XmlName;
  readonly messageId?: string;
  readonly type?: Code;
  readonly generatedAt?: string;
  readonly conversation?: Conversation;
  readonly sender?: Party;
  readonly receiver?: Party;
}

/** Reads each part of the envelope for itself, whatever is wrong elsewhere. */
export function aboutUnread({ root, text: source }: XmlDocument): UnreadMessage {
  const tag = { uri: root.uri, name: root.name.slice(0, 60) };
  const isHead = root.uri === MSG_HEAD;
  const envelope = isHead ? childNamed(root, "MsgInfo") : root;
  if (envelope === undefined) return { root: tag };
  const [service, from, to] = sidesOf(root);
  const side = sideShape(root.uri);
  const part = <T>(key: string, holder: XmlElement | undefined, name: string, codec: Codec<T>) =>
    readPart(key, holder && childNamed(holder, name), codec, source);
  return {
    root: tag,
    ...part("messageId", envelope, "MsgId", text),
    ...part("type", envelope, "Type", cs),
    ...part("generatedAt", envelope, "GenDate", isHead ? dateTime : ts),
    ...part("conversation", envelope, "ConversationRef", headConversation),
    ...(isHead
      ? part("sender", envelope, "Sender", headParty)
      : part("sender", service, from, side)),
    ...(isHead
      ? part("receiver", envelope, "Receiver", headParty)
      : part("receiver", service, to, side)),
  };
}

/** Where messages without MsgHead tell of sender and receiver: a referral goes to a provider, a summary comes from one. */
function sidesOf(root: XmlElement): readonly [XmlElement | undefined, string, string] {
  const summary = childNamed(root, "ServRprt");
  return summary === undefined
    ? [childNamed(root, "ServReq"), "Requester", "ServProvider"]
    : [summary, "ServProvider", "Requester"];
}

function readPart<T>(
  key: string,
  element: XmlElement | undefined,
  codec: Codec<T>,
  source: string,
): Readonly<Record<string, T>> {
  if (element === undefined) return {};
  const reading: Reading = { text: source, problems: [] };
  const value = codec.read(element, reading);
  return reading.problems.length === 0 ? { [key]: value } : {};
}

function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element).find((child) => child.name === name && child.uri === element.uri);
}
