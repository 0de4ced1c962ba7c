// Knows how logins, changes of role, logouts and their refusals are audited, beside the requests for data.
import type { FastifyRequest } from "fastify";
import type { Actor } from "../access/actor.ts";
import { AppError } from "../app-error.ts";
import { type Outcome, writeAudit } from "../audit/audit-entry.ts";
import type { Store } from "../store/store.ts";
import type { Auth } from "./auth.ts";
import { answerOf, Refused } from "./refusal.ts";

export interface SessionEvent {
  /** Whoever it is, as far as it is known for certain. */
  readonly actor: Actor | undefined;
  readonly outcome: Outcome;
  /** Why it was refused, or what happened. */
  readonly basis: string;
}

/** Without its audit nothing happens. Throws AppError where it cannot be written. */
export async function auditSession(
  store: Store,
  request: FastifyRequest,
  { actor, outcome, basis }: SessionEvent,
): Promise<void> {
  const route = `${request.method} ${request.routeOptions.url}`;
  const about = { patientIds: [], courseId: null, resource: "session", resourceVersion: null };
  const why = { basis, decisionRef: "-", purpose: "HOPERAT", outcome };
  const entry = { at: store.now(), requestId: request.id, actor, verb: "w", route };
  try {
    await writeAudit(store.database.pool, { ...entry, ...about, ...why });
  } catch {
    throw new AppError("audit-unavailable", "the audit could not be written; try again");
  }
}

export async function auditRefusal(
  store: Store,
  request: FastifyRequest,
  { refusal: { reason, detail } }: Refused,
): Promise<void> {
  request.log.warn({ reason, detail }, "refused");
  await auditSession(store, request, { actor: undefined, outcome: "refused", basis: reason });
}

/** Runs what may refuse; a refusal is audited first and answered then. */
export async function orRefused<T>(
  { store }: Auth,
  request: FastifyRequest,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    await auditRefusal(store, request, cause);
    throw answerOf(cause.refusal);
  }
}
