// Knows how a receipt is read and written as AppRec 1.0 (2004-11-21).
import type { Party } from "../parts/contact.ts";
import { partyShape } from "../parts/party-shapes.ts";
import { type Codec, mapped, report } from "../shape/codec.ts";
import { type Outcome, readRoot, type Written, writeRoot } from "../shape/document.ts";
import { many, one, optional } from "../shape/fields.ts";
import { type Code, cs, cv } from "../shape/kith-types.ts";
import { dateTime, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { decodeMessage } from "../xml/decode-message.ts";
import { APPREC_1_0, MESSAGE_PREFIXES } from "../xml/namespaces.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "../xml/xml-limits.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import type { Receipt, ReceiptAnswer } from "./receipt.ts";

const AR = APPREC_1_0;
const TAG: XmlName = { uri: AR, name: "AppRec" };

const ANSWERS: Readonly<Record<ReceiptAnswer, Code>> = {
  ok: { value: "1", display: "OK" },
  rejected: { value: "2", display: "Avvist" },
  "ok-with-errors": { value: "3", display: "OK, feil i delmelding" },
};

const answer: Codec<ReceiptAnswer> = {
  read: (element, reading) => {
    const { value } = cs.read(element, reading);
    if (value === "1") return "ok";
    if (value === "3") return "ok-with-errors";
    if (value !== "2") report(reading, element, "bad-value", "1, 2 or 3", "another code");
    return "rejected";
  },
  write: (value) => cs.write(ANSWERS[value]),
};

const side: Codec<Party> = mapped(
  sequence(AR, {
    role: optional("Role", cs),
    party: one(
      "HCP",
      partyShape({
        uri: AR,
        within: ["Dept", "AdditionalId", "HCPerson"],
        speciality: "MedSpeciality",
        hasPartyKeys: false,
      }),
    ),
  }),
  ({ role, party }): Party => ({ ...(role && { role }), ...party }),
  (party) => ({ role: party.role, party }),
);

const shape = mapped(
  sequence(AR, {
    messageType: one("MsgType", cs),
    version: one("MIGversion", text),
    softwareName: optional("SoftwareName", text),
    softwareVersion: optional("SoftwareVersion", text),
    generatedAt: one("GenDate", dateTime),
    id: one("Id", text),
    sender: one("Sender", side),
    receiver: one("Receiver", side),
    answer: one("Status", answer),
    errors: many("Error", cv),
    original: one(
      "OriginalMsgId",
      sequence(AR, {
        type: one("MsgType", cs),
        issuedAt: one("IssueDate", dateTime),
        messageId: one("Id", text),
      }),
    ),
  }),
  ({ messageType: _, ...receipt }): Receipt => receipt,
  (receipt) => ({
    ...receipt,
    messageType: { value: "APPREC", display: "Applikasjonskvittering" },
  }),
);

/** Reads a receipt; strict as the reader of referrals. Never throws on what a sender can send. */
export function readReceipt(
  bytes: Uint8Array,
  limits: XmlLimits = DEFAULT_LIMITS,
): Outcome<Receipt> {
  const decoded = decodeMessage(bytes, limits);
  if (typeof decoded !== "string") return { ok: false, problems: [decoded] };
  const document = readXml(decoded, limits);
  return isXmlDocument(document)
    ? readRoot(document, TAG, shape)
    : { ok: false, problems: [document] };
}

/** Writes a receipt. A rejection must say why, and an OK has nothing to complain of. */
export function writeReceipt(receipt: Receipt): Written {
  const { length } = receipt.errors;
  const expected = receipt.answer === "ok" ? "no error" : "an error";
  if ((receipt.answer === "ok") !== (length === 0))
    return { ok: false, problems: [contradiction(expected, `${length}`)] };
  return writeRoot(TAG, shape, receipt, MESSAGE_PREFIXES);
}

function contradiction(expected: string, found: string): MessageProblem {
  return { code: "bad-value", line: 0, column: 0, path: "errors", expected, found };
}
