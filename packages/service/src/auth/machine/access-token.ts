// Knows when an access token is good: signed by the issuer, for us alone, in its time, bound to a key, with our scope.
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { isAssured } from "../login/assurance.ts";
import type { ApiSettings } from "../login-settings.ts";
import { Refused } from "../refusal.ts";

export const SIGNATURES = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];
const TYPES = ["at+jwt", "application/at+jwt", "jwt"];
/** All else could name a key or change what is signed. */
const HEADER_FIELDS = ["alg", "typ", "kid", "x5t", "x5t#S256"];
const LEEWAY_SECONDS = 5;
const PID = "helseid://claims/identity/pid";
const USER_FIELDS = ["helseid://claims/identity/security_level", PID, "auth_time", "amr", "idp"];

export interface TokenRules extends ApiSettings {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  readonly now: Date;
}

export interface GoodToken {
  readonly text: string;
  /** `client_id` of a machine for itself, `sub` of a person it works for. */
  readonly subject: string;
  readonly kind: "person" | "machine";
  readonly clientId: string;
  /** Thumbprint of the key that its user must prove to have. */
  readonly thumbprint: string;
}

function refuse(detail: string): never {
  throw new Refused("token-refused", detail);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

function refuseHeader(header: Readonly<Record<string, unknown>>): void {
  if (!Object.keys(header).every((field) => HEADER_FIELDS.includes(field))) refuse("header");
  if (!TYPES.includes(String(header.typ).toLowerCase())) refuse("typ");
}

function refuseAudience({ aud }: JWTPayload, audience: string): void {
  const only = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  if (only !== audience) refuse("aud");
}

function refuseScope({ scope }: JWTPayload, wanted: string): void {
  const scopes = Array.isArray(scope) ? scope : typeof scope === "string" ? scope.split(" ") : [];
  if (!scopes.includes(wanted)) refuse("scope");
}

function thumbprintOf({ cnf }: JWTPayload): string {
  if (typeof cnf !== "object" || cnf === null) refuse("cnf");
  const [field, ...more] = Object.entries(cnf);
  const thumbprint = field?.[0] === "jkt" && more.length === 0 ? textOf(field[1]) : undefined;
  return thumbprint ?? refuse("cnf");
}

/** A token that says anything of a person is a person's, and must say all: who, and how sure. */
function userOf(payload: JWTPayload, clientId: string): Pick<GoodToken, "kind" | "subject"> {
  const { sub } = payload;
  const isMachine =
    (sub === undefined || sub === clientId) && USER_FIELDS.every((field) => !(field in payload));
  if (isMachine) return { kind: "machine", subject: clientId };
  if (textOf(payload[PID]) === undefined) refuse("pid");
  if (!isAssured(payload)) throw new Refused("level-too-low", "security-level");
  return { kind: "person", subject: textOf(sub) ?? refuse("sub") };
}

async function verified(token: string, rules: TokenRules) {
  const { issuer, audience, keys, now } = rules;
  try {
    return await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: SIGNATURES,
      clockTolerance: LEEWAY_SECONDS,
      currentDate: now,
      requiredClaims: ["exp", "iat", "client_id", "cnf", "scope"],
    });
  } catch (cause) {
    // Keys that cannot be fetched are no fault of the token.
    if (!(cause instanceof errors.JOSEError) || cause instanceof errors.JWKSTimeout) throw cause;
    const claim = "claim" in cause ? String(cause.claim) : cause.code;
    return refuse(claim);
  }
}

/** Checks everything of a token but whether its user holds the key. Throws Refused. */
export async function checkToken(text: string, rules: TokenRules): Promise<GoodToken> {
  const { payload, protectedHeader } = await verified(text, rules);
  refuseHeader(protectedHeader as unknown as Readonly<Record<string, unknown>>);
  refuseAudience(payload, rules.audience);
  refuseScope(payload, rules.scope);
  if ((payload.iat ?? 0) > rules.now.getTime() / 1000 + LEEWAY_SECONDS) refuse("iat");
  if ("nonce" in payload || "at_hash" in payload) refuse("id-token");
  const clientId = textOf(payload.client_id) ?? refuse("client_id");
  const thumbprint = thumbprintOf(payload);
  return { text, clientId, thumbprint, ...userOf(payload, clientId) };
}
