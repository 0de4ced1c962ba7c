// Knows how a test makes access tokens and proofs of possession: good ones, with parts of them changed or left out.
import { createHash, randomUUID } from "node:crypto";
import { calculateJwkThumbprint, SignJWT } from "jose";
import type { SigningKey } from "./own-issuer.ts";

export const API = { audience: "rettvei:api", scope: "rettvei:api/all" };
export const MACHINE = "ehr-1";

/** Fields to set; undefined leaves one out. */
export type Changes = Readonly<Record<string, unknown>>;

export function changed(fields: Changes, changes: Changes = {}): Record<string, unknown> {
  const all = Object.entries({ ...fields, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

export function inSeconds(now: Date, seconds = 0): number {
  return Math.floor(now.getTime() / 1000) + seconds;
}

export async function goodClaims(issuer: string, now: Date, proofKey: SigningKey) {
  return {
    iss: issuer,
    aud: API.audience,
    client_id: MACHINE,
    scope: API.scope,
    iat: inSeconds(now),
    nbf: inSeconds(now),
    exp: inSeconds(now, 300),
    jti: randomUUID(),
    cnf: { jkt: await calculateJwkThumbprint(proofKey.publicJwk) },
    "helseid://claims/client/claims/orgnr_parent": "000000101",
  };
}

export function sign(claims: Changes, key: SigningKey, header: Changes = {}): Promise<string> {
  const whole = changed({ alg: key.alg, kid: key.kid, typ: "at+jwt" }, header);
  return new SignJWT({ ...claims }).setProtectedHeader(whole as never).sign(key.privateKey);
}

export interface ProofOf {
  readonly key: SigningKey;
  readonly token: string;
  readonly now: Date;
  readonly method?: string;
  readonly url?: string;
}

export const UNITS_URL = "http://localhost/api/units";

export function proofClaims({ token, now, method = "GET", url = UNITS_URL }: ProofOf) {
  return {
    jti: randomUUID(),
    htm: method,
    htu: url,
    iat: inSeconds(now),
    ath: createHash("sha256").update(token).digest("base64url"),
  };
}

function bare({ publicJwk: { kid: _, alg: _a, use: _u, ...jwk } }: SigningKey) {
  return jwk;
}

/** A good proof, but for the changes. */
export function proof(about: ProofOf, claims: Changes = {}, header: Changes = {}): Promise<string> {
  const { key } = about;
  const whole = changed({ typ: "dpop+jwt", alg: key.alg, jwk: bare(key) }, header);
  return new SignJWT(changed(proofClaims(about), claims))
    .setProtectedHeader(whole as never)
    .sign(key.privateKey);
}

const coded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** A token with a signature of one's own making, which the library would not make. */
export function forged(
  header: Changes,
  claims: Changes,
  signature: (input: string) => string | Buffer,
): string {
  const input = `${coded(header)}.${coded(claims)}`;
  const made = signature(input);
  return `${input}.${typeof made === "string" ? made : made.toString("base64url")}`;
}
