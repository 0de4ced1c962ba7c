// Knows how a key of the service as a client of an issuer is made, and what of it the issuer is told.
import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { ClientKey } from "./login-settings.ts";

const PUBLIC_FIELDS = ["kty", "crv", "x", "y", "n", "e", "kid", "alg", "use"];

/** A new private key. Elliptic unless told. */
export async function newClientKey(kid = "rettvei", alg = "ES256"): Promise<ClientKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: "sig" };
}

export function publicKeyOf(key: JWK): JWK {
  return Object.fromEntries(
    Object.entries(key).filter(([field]) => PUBLIC_FIELDS.includes(field)),
  ) as JWK;
}
