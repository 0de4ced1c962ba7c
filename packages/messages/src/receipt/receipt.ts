// Knows application receipts (AppRec 1.0): what is answered to a message, and with which codes.
import type { Party } from "../parts/contact.ts";
import { plainParty } from "../parts/plain-party.ts";
import type { ReadReferral } from "../referral/read-referral.ts";
import type { Code } from "../shape/kith-types.ts";
import { isDateTime } from "../shape/scalars.ts";
import {
  type MessageProblem,
  type MessageProblemCode,
  messageProblemLine,
} from "../xml/xml-problem.ts";

/** Code system 8258: 1 OK, 2 rejected, 3 OK with errors in a part. */
export type ReceiptAnswer = "ok" | "rejected" | "ok-with-errors";

export interface Receipt {
  readonly id: string;
  /** Date and time; with zone. */
  readonly generatedAt: string;
  readonly version: string;
  readonly softwareName?: string;
  readonly softwareVersion?: string;
  readonly sender: Party;
  readonly receiver: Party;
  readonly answer: ReceiptAnswer;
  /** None for "ok", at least one otherwise. */
  readonly errors: readonly Code[];
  readonly original: {
    readonly type: Code;
    readonly issuedAt: string;
    readonly messageId: string;
  };
}

const ERRORS_OID = "2.16.578.1.12.4.1.1.8221";

/** Code system 8221, general errors of receipts (HIS 80415; T10 and E36 as published in 2018). */
export const RECEIPT_ERRORS = {
  T01: "Ikke XML / ikke 'well formed' / uleselig",
  T02: "XML validerer ikke",
  T10: "Støtter ikke meldingsformatet",
  T99: "Annen feil på format",
  E10: "Ugyldig meldingsidentifikator",
  E21: "Mottaker finnes ikke",
  E30: "Pasientens fødselsnummer mangler",
  E31: "Pasientens fødselsnummer er feil",
  E35: "Pasienten finnes ikke i mottakersystemet",
  E36: "Pasientopplysninger er utilstrekkelige",
  X99: "Annen feil",
} as const;

export type ReceiptErrorCode = keyof typeof RECEIPT_ERRORS;

/** An error as a receipt carries it; `text` is our own explanation, without anything of the message. */
export function receiptError(code: ReceiptErrorCode, text?: string): Code {
  const display = RECEIPT_ERRORS[code];
  return { value: code, system: ERRORS_OID, display, ...(text !== undefined && { text }) };
}

const ERROR_OF: Readonly<Record<MessageProblemCode, ReceiptErrorCode>> = {
  "bad-encoding": "T01",
  "not-well-formed": "T01",
  "forbidden-construct": "T01",
  "too-big": "T99",
  "unknown-message": "T10",
  "unexpected-element": "T02",
  "missing-element": "T02",
  "unexpected-attribute": "T02",
  "unexpected-text": "T02",
  "bad-value": "T02",
  "no-place": "X99",
  schema: "T02",
};

/** The errors of a receipt for what is wrong in a message: each with line, column and path. */
export function receiptErrors(problems: readonly MessageProblem[]): readonly Code[] {
  return problems.map((problem) =>
    receiptError(ERROR_OF[problem.code], messageProblemLine(problem)),
  );
}

/** What a receipt must know of the message it answers. */
export interface AnsweredMessage {
  readonly messageId: string;
  readonly type: Code;
  readonly generatedAt: string;
  readonly sender: Party;
  readonly receiver: Party;
}

/**
 * What a receipt must know of a message that was read or refused; undefined where so little of it could be read that
 * nobody can be answered. A refused message without a good time of its own counts from when it came.
 */
export function answeredMessage(
  read: ReadReferral,
  receivedAt: string,
): AnsweredMessage | undefined {
  const about = read.ok ? read.referral.envelope : read.about;
  const { messageId, type = {}, generatedAt = receivedAt, sender, receiver } = about;
  return messageId === undefined || sender === undefined || receiver === undefined
    ? undefined
    : { messageId, type, generatedAt, sender, receiver };
}

/** The number and time of the receipt, and what wrote it. */
export interface ReceiptStamp {
  readonly id: string;
  readonly generatedAt: string;
  readonly softwareName?: string;
  readonly softwareVersion?: string;
}

/** A receipt in answer to a message: from whom it was sent to, to whom it came from. OK where no error is given. */
export function receiptFor(
  message: AnsweredMessage,
  errors: readonly Code[],
  stamp: ReceiptStamp,
): Receipt {
  const { messageId, type, generatedAt, sender, receiver } = message;
  return {
    ...stamp,
    version: "1.0 2004-11-21",
    sender: plainParty(receiver),
    receiver: plainParty(sender),
    answer: errors.length === 0 ? "ok" : "rejected",
    errors,
    original: { type, issuedAt: wholeMoment(generatedAt), messageId },
  };
}

/** A receipt wants date and time; a message of Henvisning 1.x may have told the date only. */
function wholeMoment(written: string): string {
  return isDateTime(written) ? written : `${written.slice(0, 10)}T00:00:00`;
}
