// Knows what a patient may attach to a referral: a small file that is what it says it is.
import { AppError } from "../../app-error.ts";
import type { Attachment } from "./referral-facts.ts";

const BEGINNINGS: Readonly<Record<Attachment["contentType"], readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "text/plain": [],
};

function isPlainText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

/** Throws AppError `bad-input` where the content is not of the type that it says. */
export function checkAttachment({ contentType, base64 }: Attachment): void {
  const bytes = Buffer.from(base64, "base64");
  const begins = BEGINNINGS[contentType].every((byte, at) => bytes[at] === byte);
  const whole = bytes.toString("base64").replace(/=+$/, "") === base64.replace(/=+$/, "");
  if (begins && whole && (contentType !== "text/plain" || isPlainText(bytes))) return;
  throw new AppError("bad-input", "the request holds a file that is not what it says it is", [
    { path: "/attachment/base64", expected: `a file of type ${contentType}`, found: "another" },
  ]);
}
