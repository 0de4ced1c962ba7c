// Knows the headers that keep a browser from doing more with our answers than we mean.
import type { FastifyInstance } from "fastify";

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

const YEAR = 31_536_000;
/** Where browsers meet us by https, they are to do so only. */
const STRICT = { "strict-transport-security": `max-age=${YEAR}` };

/** Patient data is kept by no cache; a route that holds none may say otherwise. */
export function addSecurityHeaders(app: FastifyInstance, https: boolean): void {
  app.addHook("onRequest", async ({ url }, reply) => {
    reply.headers(https ? { ...HEADERS, ...STRICT } : HEADERS);
    if (url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
}
