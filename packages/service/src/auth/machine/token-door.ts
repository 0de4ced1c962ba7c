// Knows how a request that brings a token is let in: token, proof of its key, proof never used before, role here.
import type { FastifyRequest } from "fastify";
import type { JWTVerifyGetKey } from "jose";
import type { Actor } from "../../access/actor.ts";
import { AppError } from "../../app-error.ts";
import { readActor, readGrants } from "../../store/role-grants.ts";
import type { Store } from "../../store/store.ts";
import { forgetProofs, useProof } from "../../store/used-proofs.ts";
import type { LoginSettings } from "../login-settings.ts";
import { Refused } from "../refusal.ts";
import { actorIn } from "../role-actor.ts";
import { ownOrigin } from "../session/own-page.ts";
import { checkToken, type GoodToken } from "./access-token.ts";
import { checkProof, PROOF_WINDOW, type ProofWindow } from "./proof.ts";

/** Proofs are kept for so much longer than they are accepted that no clock matters. */
const KEPT_MS = 10 * 60_000;
const TIDY_EVERY = 1_000;

export interface TokenDoor {
  readonly store: Store;
  readonly settings: LoginSettings;
  readonly keys: JWTVerifyGetKey;
  readonly window?: ProofWindow | undefined;
}

function tokenOf(authorization: string): string {
  const [scheme = "", token, ...more] = authorization.split(" ");
  if (scheme.toLowerCase() !== "dpop") throw new Refused("token-refused", "scheme");
  if (token === undefined || token === "" || more.length > 0)
    throw new Refused("token-refused", "format");
  return token;
}

async function goodToken(text: string, door: TokenDoor): Promise<GoodToken> {
  const { store, settings, keys } = door;
  const { api, issuer } = settings;
  if (api === undefined) throw new Refused("token-refused", "no-machines");
  try {
    return await checkToken(text, { ...api, issuer, keys, now: store.now() });
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new AppError("issuer-silent", "the issuer of logins does not answer; try again");
  }
}

async function provedOnce(request: FastifyRequest, token: GoodToken, door: TokenDoor) {
  const { store, settings, window = PROOF_WINDOW } = door;
  const { dpop } = request.headers;
  if (typeof dpop !== "string") throw new Refused("proof-refused", "missing");
  const [path = ""] = request.raw.url?.split("?") ?? [];
  const url = `${ownOrigin(request, settings)}${path}`;
  const now = store.now();
  const hash = await checkProof(dpop, { method: request.method, url, token, now, window });
  const first = await useProof(store.database.pool, hash, now);
  if (!first) throw new Refused("proof-replayed", "jti");
}

/** The one role that who is named by the token holds here: a token alone gives nothing. */
async function actorOf(token: GoodToken, { store, settings }: TokenDoor): Promise<Actor> {
  const { pool } = store.database;
  const issuer = settings.knownAs ?? settings.issuer;
  const actor = await readActor(pool, { issuer, subject: token.subject });
  if (actor === undefined || actor.kind !== token.kind) throw new Refused("no-role", "unknown");
  const grants = await readGrants(pool, actor.actorId, store.now());
  const [grant] = grants;
  if (grant === undefined) throw new Refused("no-role", "none", actor.actorId);
  if (grants.length > 1) throw new Refused("no-role", "several", actor.actorId);
  return actorIn(actor, grant);
}

/** Answers who a request with a token is of. Throws Refused where the token, the proof or the role is not good. */
export function tokenDoor(door: TokenDoor): (request: FastifyRequest) => Promise<Actor> {
  let used = 0;
  return async (request) => {
    const token = await goodToken(tokenOf(request.headers.authorization ?? ""), door);
    await provedOnce(request, token, door);
    used += 1;
    if (used % TIDY_EVERY === 0) {
      const before = new Date(door.store.now().getTime() - KEPT_MS);
      await forgetProofs(door.store.database.pool, before);
    }
    return actorOf(token, door);
  };
}
