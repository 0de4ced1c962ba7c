// Knows how the issuer is spoken to: found by discovery, asked by pushed requests, each request signed by a key of ours.
import { createRemoteJWKSet, importJWK, type JWTVerifyGetKey } from "jose";
import * as oidc from "openid-client";
import type { LoginAttempt } from "../../store/login-attempts.ts";
import type { ClientKey, LoginSettings } from "../login-settings.ts";
import { assertionDetails } from "./enterprise.ts";
import { type IssuerClock, issuerClock } from "./issuer-clock.ts";

const DAY_MS = 86_400_000;
const TIMEOUT_SECONDS = 10;
const LEEWAY_SECONDS = 5;
/** Seconds that somebody's proof of who they are may be old when they come back to us. */
const FRESH_SECONDS = 300;

const QUESTION = {
  response_type: "code",
  scope:
    "openid helseid://scopes/identity/security_level helseid://scopes/identity/assurance_level",
  acr_values: "Level4",
  // On a shared machine the next person must not go on as the one before.
  prompt: "login",
  max_age: String(FRESH_SECONDS),
  code_challenge_method: "S256",
};

/** What is of use of an ID token whose signature, issuer, audience, times and nonce were checked. */
export type CheckedClaims = Readonly<Record<string, unknown>> & { readonly sub: string };

export interface OidcClient {
  /** Hands the request to the issuer and answers the address for the browser: client id and reference only. */
  begin(redirectUri: string, attempt: LoginAttempt): Promise<URL>;
  /** Takes the code of the way back to the issuer. Throws what the library throws where anything is not right. */
  finish(returned: URL, attempt: LoginAttempt): Promise<CheckedClaims>;
  /** Seconds that our clock is from the issuer's, where that is too much. */
  readonly clockWrongBy: () => number | undefined;
  /** The keys that the issuer signs by; fetched again when they are old or a new one is met. */
  readonly keys: JWTVerifyGetKey;
}

/** A client of the issuer by one of our keys. */
interface Speaker {
  readonly config: oidc.Configuration;
  readonly dpop: oidc.DPoPHandle;
}

async function signature(
  jwk: ClientKey,
  details: ReturnType<typeof assertionDetails>,
): Promise<oidc.ClientAuth> {
  const key = await importJWK(jwk, jwk.alg);
  if (key instanceof Uint8Array) throw new Error("bug: a client key is a shared secret");
  const typed = (
    header: Record<string, unknown>,
    payload: Record<string, oidc.JsonValue | undefined>,
  ): void => {
    header.typ = "JWT";
    if (details !== undefined) payload.assertion_details = details as unknown as oidc.JsonValue;
  };
  return oidc.PrivateKeyJwt({ key, kid: jwk.kid }, { [oidc.modifyAssertion]: typed });
}

/** One per key of ours, by one discovery. */
async function speakersOf(
  settings: LoginSettings,
  clock: IssuerClock,
): Promise<readonly Speaker[]> {
  const { issuer, clientId, clientKeys } = settings;
  const metadata = { [oidc.clockTolerance]: LEEWAY_SECONDS };
  const execute = [
    ...(issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : []),
    // The signature of the ID token is checked, though it comes straight from the issuer.
    oidc.enableNonRepudiationChecks,
  ];
  const details = assertionDetails(settings.enterprise);
  const signatures = await Promise.all(clientKeys.map((key) => signature(key, details)));
  const ask = clock.fetch as oidc.CustomFetch;
  const options = { execute, timeout: TIMEOUT_SECONDS, [oidc.customFetch]: ask };
  const found = await oidc.discovery(new URL(issuer), clientId, metadata, signatures[0], options);
  const keyPair = await oidc.randomDPoPKeyPair("ES256");
  return signatures.map((auth) => {
    const config = new oidc.Configuration(found.serverMetadata(), clientId, metadata, auth);
    config.timeout = TIMEOUT_SECONDS;
    config[oidc.customFetch] = ask;
    for (const extension of execute) extension(config);
    return { config, dpop: oidc.getDPoPHandle(config, keyPair) };
  });
}

function isUnknownKey(cause: unknown): boolean {
  return cause instanceof oidc.ResponseBodyError && cause.error === "invalid_client";
}

/** Speaks by the key that worked last; where the issuer does not know it, by the others. */
class Speaking {
  readonly #settings: LoginSettings;
  readonly clock = issuerClock();
  #found: Promise<readonly Speaker[]> | undefined;
  #foundAt = 0;
  #working = 0;

  constructor(settings: LoginSettings) {
    this.#settings = settings;
  }

  #speakers(): Promise<readonly Speaker[]> {
    if (this.#found === undefined || Date.now() - this.#foundAt > DAY_MS) {
      this.#foundAt = Date.now();
      this.#found = speakersOf(this.#settings, this.clock).catch((cause: unknown) => {
        this.#found = undefined;
        throw cause;
      });
    }
    return this.#found;
  }

  async speak<T>(say: (speaker: Speaker) => Promise<T>): Promise<T> {
    const all = await this.#speakers();
    const order = all.map((_, at) => (this.#working + at) % all.length);
    let refusal: unknown;
    for (const at of order) {
      const speaker = all[at];
      if (speaker === undefined) continue;
      try {
        const answer = await say(speaker);
        this.#working = at;
        return answer;
      } catch (cause) {
        if (!isUnknownKey(cause)) throw cause;
        refusal = cause;
      }
    }
    throw refusal;
  }
}

function remoteKeys({ config }: Speaker): JWTVerifyGetKey {
  const { jwks_uri } = config.serverMetadata();
  if (jwks_uri === undefined) throw new Error("issuer: expected an address of its keys, got none");
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1000 });
}

/** Nothing is asked before the first login or token. */
export function oidcClient(settings: LoginSettings): OidcClient {
  const speaking = new Speaking(settings);
  let keys: JWTVerifyGetKey | undefined;
  return {
    clockWrongBy: speaking.clock.wrongBy,
    keys: async (header, token) => {
      keys ??= await speaking.speak(async (speaker) => remoteKeys(speaker));
      return keys(header, token);
    },
    begin: async (redirectUri, { state, nonce, verifier }) => {
      const code_challenge = await oidc.calculatePKCECodeChallenge(verifier);
      const own = { redirect_uri: redirectUri, state, nonce, code_challenge };
      const question = { ...QUESTION, ...own };
      return speaking.speak(({ config }) => oidc.buildAuthorizationUrlWithPAR(config, question));
    },
    finish: (returned, { state, nonce, verifier }) =>
      speaking.speak(async ({ config, dpop }) => {
        const checks: oidc.AuthorizationCodeGrantChecks = {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          maxAge: FRESH_SECONDS,
          idTokenExpected: true,
        };
        const answer = await oidc.authorizationCodeGrant(config, returned, checks, undefined, {
          DPoP: dpop,
        });
        const claims = answer.claims();
        if (claims === undefined) throw new Error("bug: an ID token was checked and is not there");
        return claims;
      }),
  };
}
