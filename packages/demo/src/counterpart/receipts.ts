// Knows the receipts of a message: application receipts for national messages, plain ones for others.
import { aboutMessage, receiptError, receiptFor, writeReceipt } from "@rettvei/messages";

export type Says = "delivered" | "read" | "refused";

/** A receipt as it is posted to the service. */
export interface ReceiptPosting {
  /** Where to, below the service's address. */
  readonly path: "api/messages" | "api/receipts";
  readonly contentType: "application/xml" | "application/json";
  readonly body: string;
  readonly receiptId: string;
}

export interface MessageTaken {
  readonly messageId: string;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface Stamp {
  readonly receiptId: string;
  /** Instant. */
  readonly at: string;
}

function nationalReceipt(
  { messageId, body }: MessageTaken,
  says: Says,
  { receiptId, at }: Stamp,
): string {
  const read = aboutMessage(body);
  if (!read.ok) throw new Error("counterpart: expected XML, got something else");
  const { type = {}, generatedAt = at, sender, receiver } = read.about;
  if (sender === undefined || receiver === undefined) {
    throw new Error("counterpart: expected a message with sender and receiver");
  }
  const answered = { messageId, type, generatedAt, sender, receiver };
  const errors = says === "refused" ? [receiptError("E35")] : [];
  const stamp = { id: receiptId, generatedAt: at, softwareName: "Counterpart" };
  const written = writeReceipt(receiptFor(answered, errors, stamp));
  if (!written.ok) throw new Error("counterpart: a receipt that cannot be written");
  return written.xml;
}

/** The receipt for a message. There is no national receipt for reading: such a message is only delivered. */
export function receiptPosting(message: MessageTaken, says: Says, stamp: Stamp): ReceiptPosting {
  const { receiptId } = stamp;
  if (message.contentType.startsWith("application/xml")) {
    const body = nationalReceipt(message, says, stamp);
    return { path: "api/messages", contentType: "application/xml", body, receiptId };
  }
  const { messageId } = message;
  const reasons = says === "refused" ? ["no such person here"] : [];
  const body = JSON.stringify({ receiptId, messageId, says, reasons });
  return { path: "api/receipts", contentType: "application/json", body, receiptId };
}
