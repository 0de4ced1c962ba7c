// Knows who asks: a browser by its session, a machine by its token and the proof of its key.
import type { FastifyRequest } from "fastify";
import type { Actor } from "../access/actor.ts";
import type { Authenticate } from "../http/authenticate.ts";
import type { Store } from "../store/store.ts";
import { type OidcClient, oidcClient } from "./login/oidc-client.ts";
import { type LoginSettings, refuseUnsafeLogin } from "./login-settings.ts";
import { tokenDoor } from "./machine/token-door.ts";
import { answerOf, Refused } from "./refusal.ts";
import { actorIn } from "./role-actor.ts";
import { runningSession, sessionOf } from "./session/browser-session.ts";
import { isFromOwnPage, ownOrigin } from "./session/own-page.ts";

export interface Auth {
  readonly store: Store;
  readonly settings: LoginSettings;
  readonly client: OidcClient;
  /**
   * Who a request is of, in one role; undefined for nobody. Throws AppError for a token that is not good, for a
   * session without a role, and for a request that writes and is not from a page of ours.
   */
  readonly authenticate: Authenticate;
  /** Whether the browser's session still runs with a role; asking does not keep it from growing idle. */
  readonly stillIn: (request: FastifyRequest) => Promise<boolean>;
}

async function sessionActor(
  request: FastifyRequest,
  store: Store,
  settings: LoginSettings,
): Promise<Actor | undefined> {
  const origin = ownOrigin(request, settings);
  const session = await sessionOf(request, store, origin);
  if (session === undefined) return undefined;
  const { actor, grant } = session;
  if (!isFromOwnPage(request, origin)) throw new Refused("foreign-page", "origin", actor.actorId);
  if (grant === undefined) throw new Refused("no-role", "not-chosen", actor.actorId);
  return { ...actorIn(actor, grant), loggedInAt: session.authTime.toISOString() };
}

/** Throws AppError where the settings are not safe. */
export function authBy(store: Store, settings: LoginSettings): Auth {
  refuseUnsafeLogin(settings);
  const client = oidcClient(settings);
  const byToken = tokenDoor({ store, settings, keys: client.keys });
  const authenticate: Authenticate = async (request) => {
    try {
      const bringsToken = request.headers.authorization !== undefined;
      return await (bringsToken ? byToken(request) : sessionActor(request, store, settings));
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      const { reason, detail } = cause.refusal;
      request.log.warn({ reason, detail }, "refused");
      throw answerOf(cause.refusal);
    }
  };
  const stillIn: Auth["stillIn"] = async (request) =>
    (await runningSession(request, store, ownOrigin(request, settings)))?.grant !== undefined;
  return { store, settings, client, authenticate, stillIn };
}
