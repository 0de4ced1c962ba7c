// Proves login against an issuer that behaves as HelseID does: what the browser sees of it, and who gets in.
import { beforeAll, describe, expect, it } from "vitest";
import { Jar } from "../testing/jar.ts";
import { choose, type LoginStage, loginStage, toPersonas } from "../testing/login-stage.ts";
import { closeStores } from "../testing/test-store.ts";
import { authBy } from "./auth.ts";
import { newClientKey, publicKeyOf } from "./client-key.ts";
import type { ClientKey } from "./login-settings.ts";

closeStores("after all");
let stage: LoginStage;
let rotating: LoginStage;
let old: ClientKey;
let next: ClientKey;
beforeAll(async () => {
  stage = await loginStage();
  [old, next] = [await newClientKey("old"), await newClientKey("next", "PS256")];
  const { issuer } = stage.settings;
  rotating = await loginStage({ issuer, clientId: "rotating", clientKeys: [next, old] });
});

async function session(jar: Jar) {
  const { status, body } = await jar.go("/api/session");
  return { status, body: JSON.parse(body) };
}

async function audited() {
  const { rows } = await stage.store.database.pool.query(
    "SELECT actor_id, role, route, basis, outcome FROM rettvei.audit_entry ORDER BY seq DESC LIMIT 1",
  );
  return rows[0];
}

describe("logging in", () => {
  it("ends in a session with the one role that the enterprise gave, and is audited", async () => {
    const jar = await stage.logIn("one");
    expect(await audited()).toEqual({
      actor_id: "a-one",
      role: "coordinator",
      route: "GET /login/callback",
      basis: "login",
      outcome: "allowed",
    });
    const { status, body } = await session(jar);
    expect([status, body.name, body.held.role]).toEqual([200, "Testine one", "coordinator"]);
    expect((await jar.go("/api/units")).status).toBe(200);
  });

  it("shows the browser nothing of the question but the client's id and a reference", async () => {
    const jar = new Jar(stage.app);
    await toPersonas(jar);
    const sent = jar.trail.find(({ pathname }) => pathname === "/auth");
    expect([...(sent?.searchParams.keys() ?? [])].sort()).toEqual(["client_id", "request_uri"]);
  });

  it("puts no token where the browser can see it", async () => {
    const jar = await stage.logIn("one");
    const { body } = await jar.go("/api/session");
    const seen = [...jar.trail.map(String), ...jar.own.values(), body].join("\n");
    expect(seen).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
    const { rows } = await stage.store.database.pool.query(
      "SELECT (SELECT jsonb_agg(s) FROM rettvei.session s) AS s, (SELECT jsonb_agg(l) FROM rettvei.login_attempt l) AS l",
    );
    expect(JSON.stringify(rows)).not.toMatch(/eyJ|13897012345/);
    for (const secret of jar.own.values()) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("goes back to the page that was asked for", async () => {
    const jar = new Jar(stage.app);
    const page = await toPersonas(jar, "/login?returnTo=%2Funits%2Fu1%3Fgroup%3Dundated");
    const { location } = await choose(jar, page, "one");
    expect(location?.href).toBe("http://localhost/units/u1?group=undated");
  });

  it("gives somebody without a role a page that says so, and no session", async () => {
    const jar = new Jar(stage.app);
    const last = await choose(jar, await toPersonas(jar), "nobody");
    expect([last.status, last.body]).toEqual([
      403,
      expect.stringContaining("Du har ingen rolle her"),
    ]);
    expect(last.body).toContain("<code>nobody</code>");
    expect((await session(jar)).status).toBe(401);
    expect(await audited()).toMatchObject({ actor_id: "-", basis: "no-role", outcome: "refused" });
  });

  it.each([
    ["without the browser that began it", (jar: Jar) => jar.own.clear()],
    [
      "with another attempt's cookie",
      (jar: Jar) => jar.own.set("rettvei-login-80", "x".repeat(43)),
    ],
  ])("cannot be finished %s", async (_, change) => {
    const jar = new Jar(stage.app);
    const page = await toPersonas(jar);
    change(jar);
    const last = await choose(jar, page, "one");
    expect(last.status).toBe(401);
    expect(jar.own.get("rettvei-80")).toBeUndefined();
    expect(await audited()).toMatchObject({ basis: "login-failed", outcome: "refused" });
  });

  it("as somebody the page does not offer is refused, and goes on as somebody it does", async () => {
    const jar = new Jar(stage.app);
    const page = await toPersonas(jar);
    const { status, body } = await jar.go(page, new URLSearchParams({ subject: "unheard-of" }));
    expect([status, body]).toEqual([400, expect.stringContaining("ingen slik person")]);
    const last = await choose(jar, page, "one");
    expect(last.status).toBeLessThan(400);
  });

  it("cannot be finished twice by the same way back", async () => {
    const jar = await stage.logIn("one");
    const back = jar.trail.find(({ pathname }) => pathname === "/login/callback");
    const { status } = await jar.go(back ?? "");
    expect(status).toBe(401);
  });

  it("is refused to a machine that holds a role", async () => {
    const { pool } = stage.store.database;
    await pool.query("INSERT INTO rettvei.actor VALUES ('m', 'machine', 'EPJ', NULL, NULL, now())");
    await pool.query(
      "INSERT INTO rettvei.actor_identity VALUES ('test-login', 'nobody', 'm', now())",
    );
    const jar = new Jar(stage.app);
    expect((await choose(jar, await toPersonas(jar), "nobody")).status).toBe(403);
  });

  it("is possible without a break while the key of the service is replaced", async () => {
    const name = "rotating";
    const known = (...keys: Parameters<typeof publicKeyOf>[0][]) => {
      const base = stage.clients.get("rettvei");
      const jwks = { keys: keys.map(publicKeyOf) };
      stage.clients.set(name, { ...base, client_id: name, jwks } as typeof base & object);
    };
    known(old);
    let done = 0;
    for (let n = 0; n < 100; n++) {
      if (n === 30) known(old, next);
      if (n === 60) known(next);
      const jar = await rotating.logIn("one");
      done += (await session(jar)).status === 200 ? 1 : 0;
    }
    expect(done).toBe(100);
  });
});

describe("settings", () => {
  const refused = (changes: object) => () => authBy(stage.store, { ...stage.settings, ...changes });

  it.each([
    ["an issuer without https", { issuer: "http://sts.example" }],
    ["an issuer that is no address", { issuer: "helseid" }],
    ["an enterprise by no organisation number", { enterprise: { parent: "Sykehuset" } }],
    ["a public address without https", { publicUrl: "http://rettvei.example" }],
    ["a public address with a path", { publicUrl: "https://rettvei.example/app" }],
    ["a test login at a public address", { isTest: true, publicUrl: "https://rettvei.example" }],
    ["no client id", { clientId: "" }],
    ["no key", { clientKeys: [] }],
    [
      "a shared secret for a key",
      { clientKeys: [{ kty: "oct", k: "AA", kid: "k", alg: "HS256" }] },
    ],
    ["a public key", { clientKeys: [{ kty: "EC", kid: "k", alg: "ES256" }] }],
    ["a short key", { clientKeys: [{ kty: "RSA", d: "x", n: "AAAA", kid: "k", alg: "RS256" }] }],
    ["a key without a name", { clientKeys: [{ kty: "EC", d: "x", alg: "ES256" }] }],
    ["an API without an audience", { api: { audience: "", scope: "x" } }],
  ])("are refused where they are not safe: %s", (_, changes) => {
    expect(refused(changes)).toThrow(expect.objectContaining({ code: "login-unsafe" }));
  });
});
