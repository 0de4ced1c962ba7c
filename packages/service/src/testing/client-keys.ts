// Knows how a test makes keys: as a client of the issuer, or to prove possession with.
import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { ClientKey } from "../auth/login-settings.ts";

/** A key of the service as a client. */
export async function clientKey(kid: string, alg = "ES256"): Promise<ClientKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg };
}

/** What the issuer is told of a key. */
export function publicPart({ d: _, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...rest }: JWK): JWK {
  return rest;
}
