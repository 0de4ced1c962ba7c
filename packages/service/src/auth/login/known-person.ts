// Knows whether somebody whom the issuer vouches for is anybody here: a person with at least one role.
import { type KnownActor, type RoleGrant, readActor, readGrants } from "../../store/role-grants.ts";
import type { Auth } from "../auth.ts";
import { Refused } from "../refusal.ts";
import { isAssured } from "./assurance.ts";
import type { CheckedClaims } from "./oidc-client.ts";

export interface KnownPerson {
  readonly actor: KnownActor;
  readonly grants: readonly [RoleGrant, ...RoleGrant[]];
  readonly authTime: Date;
}

/** Throws Refused where the login was not sure enough, or the enterprise has given no role. */
export async function knownPerson(
  { store, settings }: Pick<Auth, "store" | "settings">,
  claims: CheckedClaims,
): Promise<KnownPerson> {
  if (!isAssured(claims)) throw new Refused("level-too-low", "security-level");
  const { auth_time, sub: subject } = claims;
  if (typeof auth_time !== "number") throw new Refused("login-failed", "auth_time");
  const { pool } = store.database;
  const issuer = settings.knownAs ?? settings.issuer;
  const actor = await readActor(pool, { issuer, subject });
  if (actor?.kind !== "person") throw new Refused("no-role", "unknown", undefined, subject);
  const { actorId } = actor;
  const [first, ...more] = await readGrants(pool, actorId, store.now());
  if (first === undefined) throw new Refused("no-role", "none", actorId, subject);
  return { actor, grants: [first, ...more], authTime: new Date(auth_time * 1000) };
}
