// Knows the cookies of a browser: one that holds its session, and one for the time of a login.
import type { FastifyReply, FastifyRequest } from "fastify";

const PURPOSES = ["session", "login"] as const;
export type Purpose = (typeof PURPOSES)[number];

/**
 * Over https the name binds the cookie to this very host. On a plain-http loopback no browser takes that name;
 * there the port is in the name, as cookies of one host are shared by all its ports.
 */
function nameOf(purpose: Purpose, origin: string): string {
  const { protocol, port } = new URL(origin);
  const name = purpose === "session" ? "rettvei" : "rettvei-login";
  return protocol === "https:" ? `__Host-${name}` : `${name}-${port || "80"}`;
}

function attributes(origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** What the cookie holds; undefined if the browser sent none, or several, of which one would not be ours. */
export function readCookie(
  { headers }: Pick<FastifyRequest, "headers">,
  purpose: Purpose,
  origin: string,
): string | undefined {
  const name = nameOf(purpose, origin);
  const values = (headers.cookie ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter(([key]) => key === name)
    .map(([, value]) => value);
  const [value] = values;
  return values.length === 1 && value !== undefined && /^[\w-]{43}$/.test(value)
    ? value
    : undefined;
}

/** Until the browser is closed: how long a session lasts is the service's to judge. */
export function setCookie(
  reply: FastifyReply,
  purpose: Purpose,
  origin: string,
  value: string,
): void {
  reply.header("set-cookie", `${nameOf(purpose, origin)}=${value}; ${attributes(origin)}`);
}

export function clearCookie(reply: FastifyReply, purpose: Purpose, origin: string): void {
  reply.header("set-cookie", `${nameOf(purpose, origin)}=; Max-Age=0; ${attributes(origin)}`);
}
