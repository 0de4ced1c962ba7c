// Knows how a message that came is written again from its facts, long after the original is gone.
import {
  type DialogueMessage,
  type Receipt,
  type ReferralMessage,
  type Written,
  writeDialogue,
  writeReceipt,
  writeReferral,
} from "@rettvei/messages";
import { AppError } from "../app-error.ts";
import type { ReceivedFact } from "./place-received.ts";

function write({ kind, facts }: ReceivedFact["body"]): Written | undefined {
  switch (kind) {
    case "referral":
      return writeReferral(facts as ReferralMessage);
    case "dialogue":
      return writeDialogue(facts as DialogueMessage);
    case "receipt":
      return writeReceipt(facts as Receipt);
    case "unread":
      return undefined;
  }
}

/** The message in the standard it came in. Throws AppError where it could not be read, or not be written. */
export function writtenAgain({ body }: ReceivedFact): Extract<Written, { ok: true }> {
  const written = write(body);
  if (written?.ok === true) return written;
  const problems = written?.problems ?? [];
  throw new AppError(
    "record-refused",
    "message: expected one whose facts can be written, got another",
    problems.map(({ path, expected, found }) => ({ path, expected, found })),
  );
}
