// Knows answers that hold no patient data and stay the same as long as the editions do.
import type { FastifyReply, FastifyRequest } from "fastify";

/** Sets the answer's tag; true if the asker has that answer already, and 304 says so. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, hash: string): boolean {
  const tag = `"${hash}"`;
  reply.headers({ etag: tag, "cache-control": "private, no-cache" });
  const known = request.headers["if-none-match"] ?? "";
  if (!known.split(/\s*,\s*/).some((one) => one.replace(/^W\//, "") === tag)) return false;
  reply.code(304).send();
  return true;
}
