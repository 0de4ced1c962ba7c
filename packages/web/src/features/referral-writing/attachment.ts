// Knows which file may go with a referral, and how it is read.
import type { Attachment } from "./referral-draft.ts";

const TYPES = ["text/plain", "application/pdf", "image/png", "image/jpeg"] as const;
const MOST_BYTES = 100_000;

export type AttachmentProblem = "attachmentTooLarge" | "attachmentKind";

function isType(type: string): type is Attachment["contentType"] {
  return TYPES.some((known) => known === type);
}

export const ACCEPTED = TYPES.join(",");

/** The file as it is sent, or what is wrong with it. */
export async function attachmentOf(file: File): Promise<Attachment | AttachmentProblem> {
  if (!isType(file.type)) return "attachmentKind";
  if (file.size > MOST_BYTES) return "attachmentTooLarge";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return { name: file.name, contentType: file.type, base64: btoa(letters) };
}
