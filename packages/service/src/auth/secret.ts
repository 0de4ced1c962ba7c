// Knows the secrets that a browser holds for us: random, and kept here by their hash only.
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as a text. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
