// Knows how a referral is written again in the standard it is told to be of.

import type { Codec } from "../shape/codec.ts";
import { type Written, writeRoot } from "../shape/document.ts";
import {
  HEAD_PREFIXES,
  HENVISNING_1_0,
  HENVISNING_1_1,
  MESSAGE_PREFIXES,
  MSG_HEAD,
} from "../xml/namespaces.ts";
import type { Prefixes } from "../xml/write-xml.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import { referral10, referral11 } from "./referral-1.ts";
import { referral2 } from "./referral-2-shape.ts";
import type { ReferralMessage, ReferralStandard } from "./referral-message.ts";

interface Way {
  readonly tag: XmlName;
  readonly codec: Codec<ReferralMessage>;
  readonly prefixes: Prefixes;
}

const WAYS: Readonly<Record<ReferralStandard, Way>> = {
  "henvisning-1.0": {
    tag: { uri: HENVISNING_1_0, name: "Message" },
    codec: referral10,
    prefixes: MESSAGE_PREFIXES,
  },
  "henvisning-1.1": {
    tag: { uri: HENVISNING_1_1, name: "Message" },
    codec: referral11,
    prefixes: MESSAGE_PREFIXES,
  },
  "henvisning-2.0": {
    tag: { uri: MSG_HEAD, name: "MsgHead" },
    codec: referral2,
    prefixes: HEAD_PREFIXES,
  },
};

/**
 * Writes a referral as its `standard` has it. Facts that this standard has no place for are told in
 * `unwritten`. Problems name what the standard asks for and the referral lacks.
 */
export function writeReferral(referral: ReferralMessage): Written {
  const { tag, codec, prefixes } = WAYS[referral.standard];
  return writeRoot(tag, codec, referral, prefixes);
}
