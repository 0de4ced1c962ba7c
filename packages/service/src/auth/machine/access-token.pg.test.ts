// Proves that no access token gets in but one of the issuer's, for us alone, in its time, bound to the key that asks.
import { createHmac, createPublicKey } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type MachineStage, machineStage } from "../../testing/machine-stage.ts";
import { type SigningKey, signingKey } from "../../testing/own-issuer.ts";
import { closeStores } from "../../testing/test-store.ts";
import {
  API,
  type Changes,
  changed,
  forged,
  inSeconds,
  proof,
  sign,
} from "../../testing/tokens.ts";

closeStores("after all");
let stage: MachineStage;
let stranger: SigningKey;
let strangeEc: SigningKey;
beforeAll(async () => {
  stage = await machineStage();
  stranger = await signingKey("rsa", "RS256");
  strangeEc = await signingKey("nobody", "ES256");
});

afterEach(() => {
  vi.useRealTimers();
});

const IDENTITY = "helseid://claims/identity";
const PERSON = {
  sub: "person-1",
  [`${IDENTITY}/pid`]: "13897012345",
  [`${IDENTITY}/security_level`]: "4",
};

async function good(claims: Changes = {}, header: Changes = {}, key = stage.rsa): Promise<string> {
  return sign(changed(await stage.claims(), claims), key, header);
}

const at = (seconds: number): number => inSeconds(stage.store.now(), seconds);
const header = (changes: Changes = {}) =>
  changed({ alg: "RS256", kid: "rsa", typ: "at+jwt" }, changes);
const spki = (key: SigningKey) => createPublicKey({ key: key.publicJwk as never, format: "jwk" });
const pem = (key: SigningKey) => String(spki(key).export({ type: "spki", format: "pem" }));
const hmac = (secret: string | Buffer) => (input: string) =>
  createHmac("sha256", secret).update(input).digest();

async function cut(change: (parts: string[]) => string): Promise<string> {
  return change((await good()).split("."));
}

/** By name: a token that must not get in. */
const BAD: Readonly<Record<string, () => Promise<string>>> = {
  "no signature": async () => forged(header({ alg: "none" }), await stage.claims(), () => ""),
  "no signature, spelt otherwise": async () =>
    forged(header({ alg: "NoNe" }), await stage.claims(), () => ""),
  "no algorithm": async () => forged(header({ alg: undefined }), await stage.claims(), () => "AA"),
  "the public key (PEM) as a shared secret": async () =>
    forged(header({ alg: "HS256" }), await stage.claims(), hmac(pem(stage.rsa))),
  "the public key (modulus) as a shared secret": async () =>
    forged(header({ alg: "HS256" }), await stage.claims(), hmac(stage.rsa.publicJwk.n ?? "")),
  "another key under the issuer's name": () => good({}, {}, stranger),
  "an unknown key": () => good({}, {}, strangeEc),
  "the issuer's other key's name": () => good({}, { kid: "ec" }),
  "a set of keys of its own (jku)": () =>
    good({}, { jku: "http://evil.example/jwks", kid: "nobody" }, stranger),
  "a certificate of its own (x5u)": () =>
    good({}, { x5u: "http://evil.example/c", kid: "nobody" }, stranger),
  "a key of its own (jwk)": () => good({}, { jwk: stranger.publicJwk }, stranger),
  "a good signature, and an address of keys": () => good({}, { jku: "http://evil.example/jwks" }),
  "a good signature, and a key": () => good({}, { jwk: stage.rsa.publicJwk }),
  "a good signature, and a certificate": () => good({}, { x5c: ["AA"] }),
  "something critical that nobody knows": async () =>
    forged(header({ crit: ["x"], x: 1 }), await stage.claims(), () => "AA"),
  "another type (proof)": () => good({}, { typ: "dpop+jwt" }),
  "another type (logout)": () => good({}, { typ: "logout+jwt" }),
  "no type": () => good({}, { typ: undefined }),
  "another audience": () => good({ aud: "nhn:other" }),
  "no audience": () => good({ aud: undefined }),
  "an empty audience": () => good({ aud: [] }),
  "two audiences": () => good({ aud: [API.audience, "nhn:other"] }),
  "the client for audience": () => good({ aud: "rettvei" }),
  "another issuer": () => good({ iss: "https://sts.example" }),
  "no issuer": () => good({ iss: undefined }),
  "an issuer with a slash": () => good({ iss: `${stage.issuer.url}/` }),
  "its time over": () => good({ exp: at(-6) }),
  "no end": () => good({ exp: undefined }),
  "a word for its end": () => good({ exp: "tomorrow" }),
  "its time not come": () => good({ nbf: at(6) }),
  "made in the future": () => good({ iat: at(6) }),
  "made at no time": () => good({ iat: undefined }),
  "no client": () => good({ client_id: undefined }),
  "a number for a client": () => good({ client_id: 7 }),
  "no scope": () => good({ scope: undefined }),
  "another scope": () => good({ scope: "nhn:other/read" }),
  "a scope that only begins like ours": () => good({ scope: `${API.scope}-not` }),
  "no key": () => good({ cnf: undefined }),
  "no name of a key": () => good({ cnf: {} }),
  "a certificate for a key": () => good({ cnf: { "x5t#S256": "AA" } }),
  "two keys": async () => good({ cnf: { ...(await stage.claims()).cnf, "x5t#S256": "AA" } }),
  "a key that is not a text": () => good({ cnf: { jkt: 1 } }),
  "another's key": () => good({ cnf: { jkt: "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs" } }),
  "an ID token": () =>
    good(
      { aud: "rettvei", nonce: "n", sub: "person-1", scope: undefined, cnf: undefined },
      { typ: "JWT" },
    ),
  "an ID token made out to us": () => good({ nonce: "n" }, { typ: "JWT" }),
  "a person at level 3": () => good({ ...PERSON, [`${IDENTITY}/security_level`]: "3" }),
  "a person at level 1": () => good({ ...PERSON, [`${IDENTITY}/security_level`]: "1" }),
  "a person at no level": () => good({ ...PERSON, [`${IDENTITY}/security_level`]: undefined }),
  "a person at a level that is none": () =>
    good({ ...PERSON, [`${IDENTITY}/security_level`]: "4 " }),
  "a person at a level that is a number": () =>
    good({ ...PERSON, [`${IDENTITY}/security_level`]: 4 }),
  "a person of low assurance": () =>
    good({ ...PERSON, [`${IDENTITY}/assurance_level`]: "substantial" }),
  "a person without a person number": () => good({ ...PERSON, [`${IDENTITY}/pid`]: undefined }),
  "a person without a name of theirs": () => good({ ...PERSON, sub: undefined }),
  "another subject than the client": () => good({ sub: "someone-else" }),
  "claims that were changed": () =>
    cut(([head, , tail]) => `${head}.${Buffer.from('{"a":1}').toString("base64url")}.${tail}`),
  "a signature that was cut off": () =>
    cut(([head, body, tail]) => `${head}.${body}.${tail?.slice(0, -8)}`),
  "no signature part": () => cut(([head, body]) => `${head}.${body}`),
  "five parts": () => cut((parts) => [...parts, "AA", "AA"].join(".")),
  nothing: async () => "",
  "no token at all": async () => "abc",
  "claims that are no object": async () => forged(header(), [] as never, () => "AA"),
};

describe("an access token", () => {
  it.each([
    ["as the issuer makes it", {}, {}],
    ["of the type that HelseID also uses", {}, { typ: "JWT" }],
    ["with a list of one audience", { aud: [API.audience] }, {}],
    ["with a list of scopes", { scope: ["openid", API.scope] }, {}],
    ["with the client for subject", { sub: "ehr-1" }, {}],
    ["of a person who is known for certain", PERSON, {}],
    ["that ended less than a moment ago", { exp: -4 }, {}],
  ] as const)("gets in %s", async (_, claims, head) => {
    const exp = "exp" in claims ? { exp: at(claims.exp) } : {};
    expect(await stage.ask(await good({ ...claims, ...exp }, head))).toBe(200);
  });

  it(`does not get in with anything wrong: ${Object.keys(BAD).length} ways, each told once in the audit`, async () => {
    expect(Object.keys(BAD).length).toBeGreaterThanOrEqual(30);
    const wrong: string[] = [];
    for (const [name, make] of Object.entries(BAD)) {
      const before = await stage.refused();
      const status = await stage.ask(await make());
      const told = (await stage.refused()) - before;
      if (status !== 401 || told !== 1) wrong.push(`${name}: ${status}, told ${told} times`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [
      "as a bearer token, with the proof",
      (token: string) => ({ authorization: `Bearer ${token}` }),
    ],
    [
      "as a bearer token",
      (token: string) => ({ authorization: `Bearer ${token}`, dpop: undefined }),
    ],
    ["without a proof", () => ({ dpop: undefined })],
    ["as a password", (token: string) => ({ authorization: `Basic ${token}` })],
    ["twice", (token: string) => ({ authorization: `DPoP ${token} ${token}` })],
    ["without a scheme", (token: string) => ({ authorization: token })],
  ])("that is good does not get in %s", async (_, headers) => {
    const token = await good();
    const before = await stage.refused();
    expect(await stage.ask(token, headers(token))).toBe(401);
    expect((await stage.refused()) - before).toBe(1);
  });

  it("that is refused is told how to come", async () => {
    const headers = { host: "localhost", authorization: "Bearer x" };
    const { headers: answered } = await stage.app.inject({ url: "/api/units", headers });
    expect(answered["www-authenticate"]).toMatch(/^DPoP algs="[A-Za-z0-9 ]+"$/);
  });

  it("gives nothing by itself: whoever has no role here sees nothing, with whatever scopes and numbers", async () => {
    const everything = {
      scope: `openid profile ${API.scope}`,
      "helseid://claims/hpr/hpr_number": "1",
    };
    for (const client_id of ["without-role", "unknown", "person-1"]) {
      expect(await stage.ask(await good({ ...everything, client_id }))).toBe(403);
    }
    expect(await stage.ask(await good({ ...everything, ...PERSON, sub: "unknown" }))).toBe(403);
    expect(await stage.ask(await good({ ...everything, ...PERSON, sub: "ehr-1x" }))).toBe(403);
  });

  it("by a new key of the issuer gets in once that is published, and by one that is withdrawn no more", async () => {
    const next = await signingKey("next", "RS256");
    const asked = async (key: SigningKey) => stage.ask(await good({}, {}, key));
    expect(await asked(stage.ec)).toBe(200);
    expect(await asked(next)).toBe(401);
    // Keys are fetched again for a new name of one, at most every half a minute.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    stage.issuer.keys.push(next);
    expect([await asked(next), await asked(stage.ec)]).toEqual([200, 200]);
    vi.setSystemTime(Date.now() + 31_000);
    stage.issuer.keys.splice(stage.issuer.keys.indexOf(stage.ec), 1);
    const unknown = await signingKey("unknown-yet", "RS256");
    expect(await asked(unknown)).toBe(401);
    expect([await asked(next), await asked(stage.ec)]).toEqual([200, 401]);
  });

  it("is checked by keys that are fetched once for many", async () => {
    const token = await good();
    for (let n = 0; n < 50; n++) {
      const dpop = await proof({ key: stage.own, token, now: stage.store.now() });
      expect(await stage.ask(token, { dpop })).toBe(200);
    }
    expect(stage.issuer.asked.get("/.well-known/openid-configuration")).toBe(1);
    // Of the tests before this one each new name of a key may have fetched them once more.
    expect(stage.issuer.asked.get("/jwks")).toBeLessThanOrEqual(5);
  });
});
