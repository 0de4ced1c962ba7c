// Proves that nobody gets in by an ID token, or a way back from the issuer, that is not right in every part.
import { createHmac, createPublicKey, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../http/app.ts";
import { keepActors } from "../store/role-grants.ts";
import type { Store } from "../store/store.ts";
import { Jar } from "../testing/jar.ts";
import { appOf } from "../testing/machine-stage.ts";
import { type OwnIssuer, ownIssuer, type SigningKey, signingKey } from "../testing/own-issuer.ts";
import { closeStores, testStore } from "../testing/test-store.ts";
import { type Changes, changed, forged, inSeconds, sign } from "../testing/tokens.ts";
import { newClientKey } from "./client-key.ts";

closeStores("after all");
let rsa: SigningKey;
let stranger: SigningKey;
let issuer: OwnIssuer;
let store: Store;
let app: App;
beforeAll(async () => {
  [rsa, stranger] = [await signingKey("rsa", "RS256"), await signingKey("rsa", "RS256")];
  issuer = await ownIssuer([rsa]);
  store = { ...(await testStore()), now: () => new Date() };
  const now = store.now();
  const grant = {
    role: "coordinator" as const,
    organisation: "HF",
    unitIds: ["u1"],
    validFrom: now,
    validTo: new Date(now.getTime() + 3_600_000),
    recordedBy: "test",
  };
  const actor = { actorId: "a", kind: "person" as const, name: "A", hpr: null, patientId: null };
  const identities = [{ issuer: issuer.url, subject: "someone" }];
  await keepActors(store.database.pool, [{ actor, identities, grants: [grant] }], now);
  const clientKeys = [await newClientKey()];
  app = await appOf(store, { issuer: issuer.url, clientId: "rettvei", clientKeys });
});

const IDENTITY = "helseid://claims/identity";
const at = (seconds: number): number => inSeconds(new Date(), seconds);

function good(nonce: string, changes: Changes = {}) {
  const claims = {
    iss: issuer.url,
    aud: "rettvei",
    sub: "someone",
    iat: at(0),
    exp: at(60),
    auth_time: at(-2),
    nonce,
    [`${IDENTITY}/security_level`]: "4",
  };
  return changed(claims, changes);
}

type Make = (nonce: string) => Promise<string>;

const token =
  (changes: Changes, header: Changes = {}): Make =>
  (nonce) =>
    sign(good(nonce, changes), rsa, { typ: "JWT", ...header });

const hmac = (secret: string) => (input: string) =>
  createHmac("sha256", secret).update(input).digest();
const pem = () =>
  String(
    createPublicKey({ key: rsa.publicJwk as never, format: "jwk" }).export({
      type: "spki",
      format: "pem",
    }),
  );

/** By name: an ID token that must let nobody in. */
const BAD: Readonly<Record<string, Make>> = {
  "no signature": async (nonce) => forged({ alg: "none", typ: "JWT" }, good(nonce), () => ""),
  "the public key as a shared secret": async (nonce) =>
    forged({ alg: "HS256", kid: "rsa" }, good(nonce), hmac(pem())),
  "the client's id as a shared secret": async (nonce) =>
    forged({ alg: "HS256" }, good(nonce), hmac("rettvei")),
  "another key under the issuer's name": (nonce) => sign(good(nonce), stranger),
  "an unknown key": (nonce) => sign(good(nonce), rsa, { kid: "unknown" }),
  "claims that were changed": async (nonce) => {
    const [head, , tail] = (await token({})(nonce)).split(".");
    const claims = Buffer.from(JSON.stringify(good(nonce, { sub: "else" }))).toString("base64url");
    return `${head}.${claims}.${tail}`;
  },
  "another issuer": token({ iss: "https://sts.example" }),
  "an issuer with a slash": (nonce) => token({ iss: `${issuer.url}/` })(nonce),
  "no issuer": token({ iss: undefined }),
  "another audience": token({ aud: "other" }),
  "no audience": token({ aud: undefined }),
  "an audience beside ours, and no authorised party": token({ aud: ["rettvei", "other"] }),
  "another authorised party": token({ aud: ["rettvei", "other"], azp: "other" }),
  "its time over": (nonce) => token({ exp: at(-10) })(nonce),
  "no end": token({ exp: undefined }),
  "no beginning": token({ iat: undefined }),
  "its time not come": (nonce) => token({ nbf: at(30) })(nonce),
  "another nonce": token({ nonce: "other" }),
  "no nonce": token({ nonce: undefined }),
  "a login of long ago": (nonce) => token({ auth_time: at(-400) })(nonce),
  "a login at no time": token({ auth_time: undefined }),
  "a word for the time of login": token({ auth_time: "now" }),
  "nobody in it": token({ sub: undefined }),
  "an empty name": token({ sub: "" }),
  "level 3": token({ [`${IDENTITY}/security_level`]: "3" }),
  "no level": token({ [`${IDENTITY}/security_level`]: undefined }),
  "a level that is none": token({ [`${IDENTITY}/security_level`]: "high" }),
  "a lower assurance": token({ [`${IDENTITY}/assurance_level`]: "substantial" }),
  "somebody unknown": token({ sub: "unknown" }),
  "something critical that nobody knows": async (nonce) =>
    forged({ alg: "RS256", kid: "rsa", crit: ["x"], x: 1 }, good(nonce), () => "AA"),
  "five parts": async (nonce) => `${await token({})(nonce)}.AA.AA`,
  nothing: async () => "",
};

/** Logs in by the ID token; `back` changes the way back from the issuer. */
async function tried(make: Make, back: (query: URLSearchParams) => void = () => undefined) {
  const jar = new Jar(app);
  await jar.go("/login");
  issuer.idToken = make;
  const query = new URLSearchParams({
    code: "code",
    state: issuer.pushed.get("state") ?? "",
    iss: issuer.url,
  });
  back(query);
  const { status } = await jar.go(`/login/callback?${query}`);
  const { rows } = await store.database.pool.query(
    "SELECT outcome FROM rettvei.audit_entry ORDER BY seq DESC LIMIT 1",
  );
  const inside = (await jar.go("/api/units")).status;
  return { status, inside, outcome: rows[0]?.outcome };
}

describe("an ID token", () => {
  it.each([
    ["as the issuer makes it", {}],
    ["with assurance in words", { [`${IDENTITY}/assurance_level`]: "high" }],
    ["for us alone in a list", { aud: ["rettvei"] }],
  ])("lets its person in: %s", async (_, changes) => {
    const { status, inside, outcome } = await tried(token(changes));
    expect([status, inside, outcome]).toEqual([303, 200, "allowed"]);
  });

  it(`lets nobody in with anything wrong: ${Object.keys(BAD).length} ways, each told in the audit`, async () => {
    expect(Object.keys(BAD).length).toBeGreaterThanOrEqual(20);
    const wrong: string[] = [];
    for (const [name, make] of Object.entries(BAD)) {
      const { status, inside, outcome } = await tried(make);
      const refused = [401, 403].includes(status) && inside === 401 && outcome === "refused";
      if (!refused) wrong.push(`${name}: ${status}, inside ${inside}, audit ${outcome}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("the way back from the issuer", () => {
  it.each([
    ["of another issuer", (query) => query.set("iss", "https://sts.example")],
    ["of no issuer", (query) => query.delete("iss")],
    ["to another login", (query) => query.set("state", "other")],
    ["to no login", (query) => query.delete("state")],
    ["without a code", (query) => query.delete("code")],
    ["with two codes", (query) => query.append("code", "other")],
    ["with an error", (query) => query.set("error", "access_denied")],
  ] as const satisfies readonly (readonly [
    string,
    (query: URLSearchParams) => void,
  ])[])("lets nobody in %s", async (_, back) => {
    const { status, inside, outcome } = await tried(token({}), back);
    expect([status, inside, outcome]).toEqual([401, 401, "refused"]);
  });
});

describe("what the service says to the issuer", () => {
  it("is signed each time anew, for the issuer alone, for a minute at most", async () => {
    for (let n = 0; n < 5; n++) await tried(token({}));
    const { assertions } = issuer;
    for (const { iss, sub, aud, iat = 0, exp = 0, nbf, jti } of assertions) {
      expect([iss, sub, aud, nbf]).toEqual(["rettvei", "rettvei", issuer.url, iat]);
      expect(exp - iat).toBeLessThanOrEqual(60);
      expect(jti?.length).toBeGreaterThanOrEqual(20);
    }
    expect(new Set(assertions.map(({ jti }) => jti)).size).toBe(assertions.length);
  });

  it("asks for level 4, a new login, and a code that only we can use", async () => {
    await tried(token({}));
    const asked = Object.fromEntries(issuer.pushed);
    expect(asked).toMatchObject({
      response_type: "code",
      acr_values: "Level4",
      prompt: "login",
      code_challenge_method: "S256",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      redirect_uri: "http://localhost/login/callback",
    });
    expect(asked.code_challenge).toMatch(/^[\w-]{43}$/);
    expect(asked.scope).not.toContain("pid");
  });

  it.each([
    [
      "one client for one enterprise",
      { child: "999999999" },
      { system: "urn:oid:2.16.578.1.12.4.1.4.101", value: "999999999" },
    ],
    [
      "one client for several, as the one it asks for",
      { parent: "888888888" },
      { system: "urn:oid:1.0.6523", value: "NO:ORGNR:888888888" },
    ],
    [
      "one client for several, as a part of the one it asks for",
      { parent: "888888888", child: "999999999" },
      { system: "urn:oid:1.0.6523", value: "NO:ORGNR:888888888:999999999" },
    ],
  ])("names its enterprise in what it signs: %s", async (_, enterprise, named) => {
    const clientKeys = [await newClientKey()];
    const settings = { issuer: issuer.url, clientId: "rettvei", clientKeys, enterprise };
    const own = await appOf(store, settings);
    const before = issuer.assertions.length;
    await new Jar(own).go("/login");
    await own.close();
    const organization = { identifier: { ...named, type: "ENH" } };
    expect(issuer.assertions.slice(before)).toMatchObject([
      {
        assertion_details: [{ type: "helseid_authorization", practitioner_role: { organization } }],
      },
    ]);
  });

  it("names no enterprise where none is told", () => {
    expect(issuer.assertions[0]).not.toHaveProperty("assertion_details");
  });

  it("finds the issuer once, however many log in", () => {
    // Once by the service that they log in to, and once by each of the three others above.
    expect(issuer.asked.get("/.well-known/openid-configuration")).toBe(1 + 3);
    expect(issuer.asked.get("/par")).toBeGreaterThan(20);
    expect(issuer.asked.get("/jwks")).toBeLessThanOrEqual(2);
  });

  it("is a page of plain words where the issuer is silent", async () => {
    const clientKeys = [await newClientKey(randomUUID())];
    const gone = await appOf(store, {
      issuer: "http://127.0.0.1:9",
      clientId: "rettvei",
      clientKeys,
    });
    const { statusCode, body } = await gone.inject({
      url: "/login",
      headers: { host: "localhost" },
    });
    expect([statusCode, body]).toEqual([
      503,
      expect.stringContaining("Innlogging er ikke mulig nå"),
    ]);
    await gone.close();
  });
});
