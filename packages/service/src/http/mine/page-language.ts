// Knows in which language a page of "Mitt forløp" is wanted: as its reader last chose, else as the browser says.
import type { Text } from "@rettvei/engine";
import type { FastifyReply, FastifyRequest } from "fastify";

const COOKIE = "language";
const YEAR = 31_536_000;

function isLanguage(word: unknown): word is keyof Text {
  return word === "nb" || word === "nn" || word === "en";
}

/** Keeps what the reader chooses, if anything; answers whether it did. */
export function tellLanguage(reply: FastifyReply, chosen: unknown): boolean {
  if (!isLanguage(chosen)) return false;
  reply.header(
    "set-cookie",
    `${COOKIE}=${chosen}; Path=/mitt; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`,
  );
  return true;
}

export function languageOf({ headers }: Pick<FastifyRequest, "headers">): keyof Text {
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  if (isLanguage(kept)) return kept;
  const wanted = /\b(nn|nb|no)\b/.exec(headers["accept-language"] ?? "")?.[1];
  return wanted === "nn" ? "nn" : "nb";
}
