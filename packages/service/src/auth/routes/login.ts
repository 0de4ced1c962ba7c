// Knows the addresses of logging in: to the issuer, and back from it.
import type { FastifyReply, FastifyRequest } from "fastify";
import * as oidc from "openid-client";
import type { App } from "../../http/app.ts";
import { keepAttempt, takeAttempt } from "../../store/login-attempts.ts";
import type { Auth } from "../auth.ts";
import { knownPerson } from "../login/known-person.ts";
import { sendRefusalPage } from "../login/refusal-page.ts";
import { returnToOf } from "../login/return-to.ts";
import { Refused } from "../refusal.ts";
import { actorIn } from "../role-actor.ts";
import { hashOf, newSecret } from "../secret.ts";
import { enter } from "../session/browser-session.ts";
import { clearCookie, readCookie, setCookie } from "../session/cookies.ts";
import { ownOrigin } from "../session/own-page.ts";
import { auditRefusal, auditSession } from "../session-audit.ts";

const CALLBACK = "/login/callback";

type Step = (auth: Auth, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

const begin: Step = async ({ store, settings, client }, request, reply) => {
  const origin = ownOrigin(request, settings);
  const { returnTo } = request.query as { readonly returnTo?: unknown };
  const attempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo: returnToOf(returnTo, origin),
    begunAt: store.now(),
  };
  const to = await client.begin(`${origin}${CALLBACK}`, attempt);
  const secret = newSecret();
  await keepAttempt(store.database.pool, hashOf(secret), attempt);
  setCookie(reply, "login", origin, secret);
  reply.redirect(to.href, 303);
};

/** The claims of the person who comes back. What is wrong is told by the library's code, never by a value. */
async function claimsOf({ store, client }: Auth, returned: URL, secret: string | undefined) {
  const attempt = secret && (await takeAttempt(store.database.pool, hashOf(secret), store.now()));
  if (!attempt) throw new Refused("login-failed", "no-attempt");
  try {
    return { attempt, claims: await client.finish(returned, attempt) };
  } catch (cause) {
    const { code } = cause as { readonly code?: unknown };
    throw new Refused("login-failed", typeof code === "string" ? code : "issuer");
  }
}

const finish: Step = async (auth, request, reply) => {
  const origin = ownOrigin(request, auth.settings);
  const secret = readCookie(request, "login", origin);
  clearCookie(reply, "login", origin);
  const returned = new URL(request.raw.url ?? CALLBACK, origin);
  const { attempt, claims } = await claimsOf(auth, returned, secret);
  const { actor, grants, authTime } = await knownPerson(auth, claims);
  const [first, ...more] = grants;
  const grant = more.length === 0 ? first : undefined;
  const event = { actor: actorIn(actor, first), outcome: "allowed", basis: "login" } as const;
  await auditSession(auth.store, request, event);
  await enter(request, reply, auth.store, origin, { actorId: actor.actorId, authTime, grant });
  reply.redirect(attempt.returnTo, 303);
};

/** A browser is on its way: what goes wrong is shown to it as a page. */
function shown(auth: Auth, step: Step) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header("cache-control", "no-store");
    try {
      await step(auth, request, reply);
      const clockWrongBy = auth.client.clockWrongBy();
      if (clockWrongBy !== undefined)
        request.log.error({ clockWrongBy }, "this machine's clock is not the issuer's");
    } catch (cause) {
      if (cause instanceof Refused) {
        await auditRefusal(auth.store, request, cause);
        sendRefusalPage(reply, cause.refusal.reason, cause.subject);
      } else {
        request.log.error({ kind: (cause as Error).name }, "login is not possible now");
        sendRefusalPage(reply, "unavailable");
      }
    }
    return reply;
  };
}

/** Pages of a person's way in; they are no part of the API. */
const NO_DOCUMENT = { schema: { hide: true } };

export function addLoginRoutes(app: App, auth: Auth): void {
  app.get("/login", NO_DOCUMENT, shown(auth, begin));
  app.get(CALLBACK, NO_DOCUMENT, shown(auth, finish));
}
