// Proves that a proof of possession is good for one request only, made just now by the token's own key.
import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { exportJWK } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { endLoginPrograms, loginProgram } from "../../testing/login-program.ts";
import { appOf, type MachineStage, machineStage } from "../../testing/machine-stage.ts";
import { type SigningKey, signingKey } from "../../testing/own-issuer.ts";
import { closeStores } from "../../testing/test-store.ts";
import {
  type Changes,
  forged,
  goodClaims,
  proof,
  proofClaims,
  sign,
  UNITS_URL,
} from "../../testing/tokens.ts";

closeStores("after all");
endLoginPrograms();
let stage: MachineStage;
let token: string;
let other: SigningKey;
beforeAll(async () => {
  stage = await machineStage();
  token = await sign(await stage.claims(), stage.rsa);
  other = await signingKey("other", "ES256");
});

const about = () => ({ key: stage.own, token, now: stage.store.now() });
const made = (claims: Changes, header: Changes = {}) => proof(about(), claims, header);
const later = (seconds: number) => made({ iat: proofClaims(about()).iat + seconds });
const withUrl = (htu: string) => () => made({ htu });

async function withSharedSecret(): Promise<string> {
  const header = { typ: "dpop+jwt", alg: "HS256", jwk: { kty: "oct", k: "c2VjcmV0" } };
  const signed = (input: string) => createHmac("sha256", "secret").update(input).digest();
  return forged(header, proofClaims(about()), signed);
}

/** The twelve that the issuer's own test tool makes. */
const TWELVE: Readonly<Record<string, () => Promise<string>>> = {
  "no address": () => made({ htu: undefined }),
  "no method": () => made({ htm: undefined }),
  "made too long ago": () => later(-9),
  "made in the future": () => later(3),
  "no hash of the token": () => made({ ath: undefined }),
  "no algorithm": async () =>
    forged({ typ: "dpop+jwt", jwk: stage.own.publicJwk }, proofClaims(about()), () => "AA"),
  "no key": () => made({}, { jwk: undefined }),
  "no id": () => made({ jti: undefined }),
  "a shared secret": withSharedSecret,
  "its private key": async () => made({}, { jwk: await exportJWK(stage.own.privateKey) }),
  "another type": () => made({}, { typ: "JWT" }),
  "a bad signature": async () => `${(await made({})).slice(0, -4)}AAAA`,
};

const MORE: Readonly<Record<string, () => Promise<string>>> = {
  "the hash of another token": () => made({ ath: "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs" }),
  "another key": () => proof({ ...about(), key: other }),
  "another key's name": () => made({}, { jwk: other.publicJwk }),
  "another method": () => made({ htm: "POST" }),
  "the method in small letters": () => made({ htm: "get" }),
  "no type": () => made({}, { typ: undefined }),
  "no signature": async () =>
    forged(
      { typ: "dpop+jwt", alg: "none", jwk: stage.own.publicJwk },
      proofClaims(about()),
      () => "",
    ),
  "no time": () => made({ iat: undefined }),
  "a word for its time": () => made({ iat: "now" }),
  "an empty id": () => made({ jti: "" }),
  "a number for an id": () => made({ jti: 1 }),
  "an id without end": () => made({ jti: "x".repeat(201) }),
  "two proofs": async () => `${await made({})}, ${await made({})}`,
  "no proof": async () => "x",
  "another host": withUrl("http://127.0.0.1/api/units"),
  "the host in large letters": withUrl("http://LOCALHOST/api/units"),
  "another port": withUrl("http://localhost:81/api/units"),
  "the port that goes without saying": withUrl("http://localhost:80/api/units"),
  https: withUrl("https://localhost/api/units"),
  "another path": withUrl("http://localhost/api/unit"),
  "a slash more": withUrl(`${UNITS_URL}/`),
  "a query": withUrl(`${UNITS_URL}?a=1`),
  "a fragment": withUrl(`${UNITS_URL}#a`),
  "a path that is written otherwise": withUrl("http://localhost/api/%75nits"),
  "a path that goes round": withUrl("http://localhost/x/../api/units"),
};

async function statusesOf(proofs: typeof TWELVE): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [name, make] of Object.entries(proofs)) {
    const before = await stage.refused();
    const status = await stage.ask(token, { dpop: await make() });
    const told = (await stage.refused()) - before;
    if (status !== 401 || told !== 1) wrong.push(`${name}: ${status}, told ${told} times`);
  }
  return wrong;
}

describe("a proof", () => {
  it("does not get in as one of the twelve bad ones that the issuer publishes", async () => {
    expect(Object.keys(TWELVE)).toHaveLength(12);
    expect(await statusesOf(TWELVE)).toEqual([]);
  });

  it(`does not get in with any of ${Object.keys(MORE).length} other faults`, async () => {
    expect(await statusesOf(MORE)).toEqual([]);
  });

  it.each([-8, 0, 2])("gets in %i seconds from when it was made", async (seconds) => {
    expect(await stage.ask(token, { dpop: await later(seconds) })).toBe(200);
  });

  it("gets in for an address with a query, by the address without it", async () => {
    const dpop = await made({});
    const headers = { host: "localhost", authorization: `DPoP ${token}`, dpop };
    expect((await stage.app.inject({ url: "/api/units?x=1", headers })).statusCode).toBe(200);
  });

  it("gets in once, also for a service that was started anew", async () => {
    const dpop = await made({});
    expect(await stage.ask(token, { dpop })).toBe(200);
    expect(await stage.ask(token, { dpop })).toBe(401);
    const again = await appOf(stage.store, stage.settings);
    const headers = { host: "localhost", authorization: `DPoP ${token}`, dpop };
    expect((await again.inject({ url: "/api/units", headers })).statusCode).toBe(401);
    await again.close();
  });

  it("that is refused for another reason is not used up by it", async () => {
    const jti = randomUUID();
    expect(await stage.ask(token, { dpop: await made({ jti, htm: "POST" }) })).toBe(401);
    expect(await stage.ask(token, { dpop: await made({ jti }) })).toBe(200);
  });
});

const COPIES = 1_000;

describe("a thousand copies of one proof", () => {
  it("at two programs at once get in once", async () => {
    const programs = await Promise.all(
      [1, 2].map(() => loginProgram(stage.store.url, stage.settings)),
    );
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const asked = (to: URL, headers: Record<string, string>): Promise<number> =>
      new Promise((answered, failed) => {
        const { hostname, port } = to;
        const sent = { ...headers, host: "localhost" };
        request({ agent, hostname, port, path: "/api/units", headers: sent }, (response) => {
          response.resume();
          response.on("end", () => answered(response.statusCode ?? 0));
        })
          .on("error", failed)
          .end();
      });
    const now = new Date();
    const { issuer, own, rsa } = stage;
    const live = await sign(await goodClaims(issuer.url, now, own), rsa);
    // Both have the keys before it counts.
    for (const to of programs) {
      const dpop = await proof({ key: own, token: live, now: new Date() });
      expect(await asked(to, { authorization: `DPoP ${live}`, dpop })).toBe(200);
    }
    const dpop = await proof({ key: own, token: live, now: new Date() });
    const headers = { authorization: `DPoP ${live}`, dpop };
    const statuses = await Promise.all(
      Array.from({ length: COPIES }, (_, n) => asked(programs[n % 2] as URL, headers)),
    );
    agent.destroy();
    const counted = (wanted: number) => statuses.filter((status) => status === wanted).length;
    expect([counted(200), counted(401)]).toEqual([1, COPIES - 1]);
  });
});
