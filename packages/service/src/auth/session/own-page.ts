// Knows the address that browsers use for us, and whether a request that writes comes from a page of ours.
import type { FastifyRequest } from "fastify";
import type { LoginSettings } from "../login-settings.ts";

/** Our origin as the browser sees it. Without a public address only loopback hosts get this far. */
export function ownOrigin(
  { headers }: Pick<FastifyRequest, "headers">,
  { publicUrl }: Pick<LoginSettings, "publicUrl">,
): string {
  return new URL(publicUrl ?? `http://${headers.host ?? "localhost"}`).origin;
}

const READING = ["GET", "HEAD", "OPTIONS"];

/**
 * A browser says where a request comes from; one that writes and does not say, or says elsewhere, is not from our page.
 * A page that nobody but us could have made is the only one that our origin stands for.
 */
export function isFromOwnPage(
  { method, headers }: Pick<FastifyRequest, "method" | "headers">,
  origin: string,
): boolean {
  if (READING.includes(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  return headers.origin === undefined ? site === "same-origin" : headers.origin === origin;
}
