// Knows how the bytes of a referral message become a referral, with everything that was not kept.

import { type Loss, lossesBetween } from "../loss/losses.ts";
import type { Conversation } from "../parts/envelope.ts";
import { headInfo } from "../parts/message-head.ts";
import type { Codec, Reading } from "../shape/codec.ts";
import { readRoot } from "../shape/document.ts";
import type { Code } from "../shape/kith-types.ts";
import { decodeMessage } from "../xml/decode-message.ts";
import { HENVISNING_1_0, HENVISNING_1_1, MSG_HEAD } from "../xml/namespaces.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { childElements, ownText, type XmlDocument, type XmlElement } from "../xml/xml-element.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "../xml/xml-limits.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import { referral10, referral11 } from "./referral-1.ts";
import { countReferrals, referral2 } from "./referral-2-shape.ts";
import type { ReferralMessage } from "./referral-message.ts";

/** What could be told of a message that was not read; enough to answer it and to put it on somebody's list. */
export interface UnreadMessage {
  readonly messageId?: string;
  readonly type?: Code;
  readonly generatedAt?: string;
  readonly conversation?: Conversation;
  /** Root element and its namespace. */
  readonly root?: XmlName;
}

export type ReadReferral =
  | { readonly ok: true; readonly referral: ReferralMessage; readonly lost: readonly Loss[] }
  | {
      readonly ok: false;
      readonly problems: readonly MessageProblem[];
      readonly about: UnreadMessage;
    };

interface Known {
  readonly tag: XmlName;
  readonly codec: Codec<ReferralMessage>;
}

const KNOWN: readonly Known[] = [
  { tag: { uri: MSG_HEAD, name: "MsgHead" }, codec: referral2 },
  { tag: { uri: HENVISNING_1_1, name: "Message" }, codec: referral11 },
  { tag: { uri: HENVISNING_1_0, name: "Message" }, codec: referral10 },
];

/**
 * Reads Henvisning 1.0, 1.1 or 2.0. Strict: what its standard does not have at its place is a problem, and a message
 * with a problem is not read. Never throws on what a sender can send. `lost` names what the standard has
 * and the referral does not keep.
 */
export function readReferral(bytes: Uint8Array, limits: XmlLimits = DEFAULT_LIMITS): ReadReferral {
  const text = decodeMessage(bytes, limits);
  if (typeof text !== "string") return { ok: false, problems: [text], about: {} };
  const document = readXml(text, limits);
  if (!isXmlDocument(document)) return { ok: false, problems: [document], about: {} };
  const { root } = document;
  const known = KNOWN.find(({ tag }) => tag.uri === root.uri && tag.name === root.name);
  if (known === undefined || (root.uri === MSG_HEAD && countReferrals(root) === 0))
    return unknown(document);
  const read = readRoot(document, known.tag, known.codec);
  if (!read.ok) return { ok: false, problems: read.problems, about: aboutUnread(document) };
  const written = { tag: known.tag, ...known.codec.write(read.value) };
  return { ok: true, referral: read.value, lost: lossesBetween(document, written) };
}

function unknown(document: XmlDocument): ReadReferral {
  const path = `/${document.root.name.slice(0, 60)}`;
  const found = "another message";
  const expected = "a referral: Henvisning 1.0, 1.1, or 2.0 in MsgHead";
  const problem = { code: "unknown-message", line: 1, column: 1, path, expected, found } as const;
  return { ok: false, problems: [problem], about: aboutUnread(document) };
}

/** Looks where the envelope has its parts, whatever else is wrong. */
function aboutUnread({ root, text }: XmlDocument): UnreadMessage {
  const tag = { uri: root.uri, name: root.name.slice(0, 60) };
  const isHead = root.uri === MSG_HEAD;
  const envelope = isHead ? childNamed(root, "MsgInfo") : root;
  if (envelope === undefined) return { root: tag };
  const id = textOf(envelope, "MsgId");
  const time = isHead ? textOf(envelope, "GenDate") : attributeOf(envelope, "GenDate");
  const value = attributeOf(envelope, "Type");
  const reading: Reading = { text, problems: [] };
  const info = isHead ? headInfo.read(envelope, reading) : undefined;
  return {
    root: tag,
    ...(id !== undefined && { messageId: id }),
    ...(time !== undefined && { generatedAt: time }),
    ...(value !== undefined && { type: { value } }),
    ...(reading.problems.length === 0 && info?.conversation && { conversation: info.conversation }),
  };
}

function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element).find((child) => child.name === name && child.uri === element.uri);
}

function textOf(element: XmlElement, name: string): string | undefined {
  const child = childNamed(element, name);
  return child === undefined ? undefined : ownText(child).trim().slice(0, 200);
}

function attributeOf(element: XmlElement, name: string): string | undefined {
  const found = childNamed(element, name)?.attributes.find((each) => each.name === "V");
  return found?.value.slice(0, 200);
}
