// Knows when a proof of possession is good: made just now, by the token's key, for this token and this very request.
import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, errors, type JWK, jwtVerify } from "jose";
import { Refused } from "../refusal.ts";
import { SIGNATURES } from "./access-token.ts";

const PRIVATE_FIELDS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];
const LONGEST_ID = 200;

/** Seconds that a proof may be old, and that its maker's clock may be ahead; together at most ten. */
export interface ProofWindow {
  readonly oldSeconds: number;
  readonly aheadSeconds: number;
}

export const PROOF_WINDOW: ProofWindow = { oldSeconds: 8, aheadSeconds: 2 };

export interface ProvenRequest {
  readonly method: string;
  /** Address without query, as we are known: compared letter by letter. */
  readonly url: string;
  readonly token: { readonly text: string; readonly thumbprint: string };
  readonly now: Date;
  readonly window: ProofWindow;
}

function refuse(detail: string): never {
  throw new Refused("proof-refused", detail);
}

async function verified(proof: string, now: Date) {
  try {
    const options = { typ: "dpop+jwt", algorithms: SIGNATURES, currentDate: now };
    return await jwtVerify(proof, EmbeddedJWK, options);
  } catch (cause) {
    return refuse(cause instanceof errors.JOSEError ? cause.code : "jwk");
  }
}

async function refuseKey(jwk: JWK | undefined, thumbprint: string): Promise<void> {
  if (jwk === undefined || PRIVATE_FIELDS.some((field) => field in jwk)) refuse("jwk");
  if ((await calculateJwkThumbprint(jwk)) !== thumbprint) refuse("jkt");
}

function refuseTime(iat: unknown, now: Date, { oldSeconds, aheadSeconds }: ProofWindow): void {
  if (typeof iat !== "number") refuse("iat");
  const age = now.getTime() / 1000 - iat;
  if (age > oldSeconds || age < -aheadSeconds) refuse("iat");
}

/** Checks a proof, but not whether it was used before; answers a hash that is its own. Throws Refused. */
export async function checkProof(proof: string, request: ProvenRequest): Promise<Buffer> {
  const { method, url, token, now, window } = request;
  const { payload, protectedHeader } = await verified(proof, now);
  await refuseKey(protectedHeader.jwk, token.thumbprint);
  const { jti, htm, htu, ath, iat } = payload;
  if (htm !== method) refuse("htm");
  if (htu !== url) refuse("htu");
  if (ath !== createHash("sha256").update(token.text).digest("base64url")) refuse("ath");
  refuseTime(iat, now, window);
  if (typeof jti !== "string" || jti === "" || jti.length > LONGEST_ID) refuse("jti");
  return createHash("sha256").update(`${token.thumbprint}.${jti}`).digest();
}
