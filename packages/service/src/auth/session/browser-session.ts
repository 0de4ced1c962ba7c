// Knows the session behind a request of a browser: found by its cookie, noted as used, renewed and ended.
import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { RoleGrant } from "../../store/role-grants.ts";
import {
  endSession,
  keepSession,
  type NewSession,
  readSession,
  type Session,
  useSession,
} from "../../store/sessions.ts";
import type { Store } from "../../store/store.ts";
import { inTransaction } from "../../store/transaction.ts";
import { hashOf, newSecret } from "../secret.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { idleMs, LONGEST_MS, NOTED_EVERY_MS } from "./session-rules.ts";

/** The browser's session, if it has one that is not ended, not idle and not over. Asking is no use of it. */
export async function runningSession(
  request: FastifyRequest,
  store: Store,
  origin: string,
): Promise<Session | undefined> {
  const secret = readCookie(request, "session", origin);
  if (secret === undefined) return undefined;
  const now = store.now();
  const session = await readSession(store.database.pool, hashOf(secret), now);
  if (session === undefined) return undefined;
  const idle = now.getTime() - session.lastUsedAt.getTime();
  return idle < idleMs(session.grant?.role) ? session : undefined;
}

/** The same, and it is noted that the session is used. */
export async function sessionOf(
  request: FastifyRequest,
  store: Store,
  origin: string,
): Promise<Session | undefined> {
  const session = await runningSession(request, store, origin);
  const secret = readCookie(request, "session", origin);
  if (session === undefined || secret === undefined) return undefined;
  const now = store.now();
  const idle = now.getTime() - session.lastUsedAt.getTime();
  if (idle >= NOTED_EVERY_MS) await useSession(store.database.pool, hashOf(secret), now);
  return session;
}

/** Ends the session that the browser came with, whatever its state; answers whether one was running. */
export async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  origin: string,
): Promise<boolean> {
  const secret = readCookie(request, "session", origin);
  clearCookie(reply, "session", origin);
  return secret !== undefined && endSession(store.database.pool, hashOf(secret), store.now());
}

async function exchange(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  origin: string,
  session: Omit<NewSession, "hash">,
): Promise<void> {
  const old = readCookie(request, "session", origin);
  const secret = newSecret();
  await inTransaction(store.database.pool, async (client) => {
    if (old !== undefined) await endSession(client, hashOf(old), session.createdAt);
    await keepSession(client, { ...session, hash: hashOf(secret) });
  });
  setCookie(reply, "session", origin, secret);
}

/** Who has just logged in, since when the issuer has known them, and the role if there is but one. */
export interface Entering {
  readonly actorId: string;
  readonly authTime: Date;
  readonly grant: RoleGrant | undefined;
}

/** Begins a session with an id that nobody has seen; one that the browser came with is ended. */
export async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  origin: string,
  { actorId, authTime, grant }: Entering,
): Promise<void> {
  const createdAt = store.now();
  const endsAt = new Date(createdAt.getTime() + LONGEST_MS);
  const grantId = grant?.grantId ?? null;
  const session = { loginId: randomUUID(), actorId, grantId, authTime, createdAt, endsAt };
  await exchange(request, reply, store, origin, session);
}

/** Goes on in another role, with another id: the old one is worth nothing. */
export async function changeRole(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  origin: string,
  { session, grant }: { readonly session: Session; readonly grant: RoleGrant },
): Promise<void> {
  const { loginId, authTime, endsAt, actor } = session;
  const createdAt = store.now();
  const next = { loginId, actorId: actor.actorId, grantId: grant.grantId };
  await exchange(request, reply, store, origin, { ...next, authTime, createdAt, endsAt });
}
