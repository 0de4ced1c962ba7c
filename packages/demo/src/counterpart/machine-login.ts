// Knows how a machine of the demo logs in as machines do: a token for its own key, and a proof of that key with each request.
import { createHash, randomUUID } from "node:crypto";
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";

export interface MachineOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** Private; its public half is what the issuer knows the client by. */
  readonly clientKey: JWK & { readonly kid: string; readonly alg: string };
  readonly scope: string;
}

/** Headers of a request to the address. */
export type MachineHeaders = (
  method: string,
  url: string,
) => Promise<Readonly<Record<string, string>>>;

interface Held {
  readonly token: string;
  readonly until: number;
}

const EARLY_MS = 30_000;
const ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

interface Keys {
  readonly client: CryptoKey;
  readonly own: CryptoKey;
  readonly jwk: JWK;
}

async function keysOf({ clientKey }: MachineOptions): Promise<Keys> {
  const client = (await importJWK(clientKey, clientKey.alg)) as CryptoKey;
  const { privateKey: own, publicKey } = await generateKeyPair("ES256");
  return { client, own, jwk: await exportJWK(publicKey) };
}

function proofOf({ own, jwk }: Keys, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const given = Object.entries(claims).filter(([, value]) => value !== undefined);
  return new SignJWT({ ...Object.fromEntries(given), jti: randomUUID() })
    .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk })
    .setIssuedAt()
    .sign(own);
}

function assertionOf({ issuer, clientId, clientKey }: MachineOptions, { client }: Keys) {
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: clientKey.alg, kid: clientKey.kid, typ: "JWT" })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("30s")
    .sign(client);
}

/** Asks once more where the issuer wants a nonce of its own in the proof. */
async function tokenFrom(
  endpoint: string,
  options: MachineOptions,
  keys: Keys,
  nonce?: string,
): Promise<Held> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    scope: options.scope,
    client_assertion_type: ASSERTION,
    client_assertion: await assertionOf(options, keys),
  });
  const dpop = await proofOf(keys, { htm: "POST", htu: endpoint, nonce });
  const answer = await fetch(endpoint, { method: "POST", headers: { dpop }, body });
  const told = answer.headers.get("dpop-nonce");
  if (!answer.ok && nonce === undefined && told !== null) {
    await answer.body?.cancel();
    return tokenFrom(endpoint, options, keys, told);
  }
  if (!answer.ok) throw new Error(`machine: expected a token, got HTTP status ${answer.status}`);
  const { access_token, expires_in } = (await answer.json()) as Record<string, unknown>;
  const until = Date.now() + Number(expires_in) * 1_000 - EARLY_MS;
  return { token: String(access_token), until };
}

async function endpointOf(issuer: string): Promise<string> {
  const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const { token_endpoint } = (await answer.json()) as Record<string, unknown>;
  return String(token_endpoint);
}

/** Logs in with the first request, and anew when the token is about to end. */
export function machineLogin(options: MachineOptions): MachineHeaders {
  let keys: Promise<Keys> | undefined;
  let endpoint: Promise<string> | undefined;
  let held: Held | undefined;
  return async (method, url) => {
    keys ??= keysOf(options);
    endpoint ??= endpointOf(options.issuer);
    const own = await keys;
    if (held === undefined || held.until < Date.now())
      held = await tokenFrom(await endpoint, options, own);
    const { token } = held;
    const ath = createHash("sha256").update(token).digest("base64url");
    const dpop = await proofOf(own, { htm: method, htu: url, ath });
    return { authorization: `DPoP ${token}`, dpop };
  };
}
