// Knows how the bytes of a referral message become a referral, with everything that was not kept.

import { type Loss, lossesBetween } from "../loss/losses.ts";
import type { Codec } from "../shape/codec.ts";
import { readRoot } from "../shape/document.ts";
import { decodeMessage } from "../xml/decode-message.ts";
import { HENVISNING_1_0, HENVISNING_1_1, MSG_HEAD } from "../xml/namespaces.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import type { XmlDocument } from "../xml/xml-element.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "../xml/xml-limits.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import { aboutUnread, type UnreadMessage } from "./about-unread.ts";
import { referral10, referral11 } from "./referral-1.ts";
import { countReferrals, referral2 } from "./referral-2-shape.ts";
import type { ReferralMessage } from "./referral-message.ts";

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
