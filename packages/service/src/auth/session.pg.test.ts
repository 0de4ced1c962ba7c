// Proves sessions: how long they last, that their ids change, that they end at once, and who may write by them.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../http/build-app.ts";
import { endGrant } from "../store/role-grants.ts";
import { Jar } from "../testing/jar.ts";
import { choose, type LoginStage, loginStage, toPersonas } from "../testing/login-stage.ts";
import { closeStores } from "../testing/test-store.ts";
import { authBy } from "./auth.ts";
import { setCookie } from "./session/cookies.ts";

closeStores("after all");
let stage: LoginStage;
beforeAll(async () => {
  stage = await loginStage();
});

const SESSION = "rettvei-80";
const OURS = { origin: "http://localhost" };

async function status(jar: Jar, url = "/api/units"): Promise<number> {
  return (await jar.go(url)).status;
}

async function view(jar: Jar) {
  return JSON.parse((await jar.go("/api/session")).body);
}

async function post(jar: Jar, url: string, payload: object = {}, headers: object = OURS) {
  const cookie = jar.cookie(new URL("http://localhost"));
  const answer = await stage.app.inject({
    method: "POST",
    url,
    payload,
    headers: { cookie, ...headers },
  });
  for (const { name, value } of answer.cookies as { name: string; value: string }[]) {
    if (value === "") jar.own.delete(name);
    else jar.own.set(name, value);
  }
  return answer;
}

async function takeRole(jar: Jar, role: string) {
  const { roles } = await view(jar);
  const { grantId } = roles.find((one: { role: string }) => one.role === role);
  return post(jar, "/api/session/role", { grantId });
}

describe("a session", () => {
  it("is held by a cookie that no script and no other site can use", async () => {
    const jar = new Jar(stage.app);
    const page = await toPersonas(jar);
    await choose(jar, page, "one");
    const back = jar.trail.find(({ pathname }) => pathname === "/login/callback");
    expect(back).toBeDefined();
    const first = await stage.app.inject({ url: "/login", headers: { host: "localhost" } });
    expect(first.headers["set-cookie"]).toMatch(
      /^rettvei-login-80=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("has an id that was never in the browser before: one planted there is worth nothing", async () => {
    const jar = new Jar(stage.app);
    const planted = "p".repeat(43);
    jar.own.set(SESSION, planted);
    await stage.logIn("one", jar);
    expect(jar.own.get(SESSION)).not.toBe(planted);
    const thief = new Jar(stage.app);
    thief.own.set(SESSION, planted);
    expect([await status(jar), await status(thief)]).toEqual([200, 401]);
  });

  it("ends the one that the browser had before", async () => {
    const jar = await stage.logIn("one");
    const thief = new Jar(stage.app);
    thief.own.set(SESSION, jar.own.get(SESSION) ?? "");
    expect(await status(thief)).toBe(200);
    await stage.logIn("one", jar);
    expect([await status(jar), await status(thief)]).toEqual([200, 401]);
  });

  it.each([
    ["one", 15],
    ["ill", 10],
  ])("of %s is over when it was not used for %i minutes, and not before", async (who, minutes) => {
    const jar = await stage.logIn(who);
    stage.wait(minutes - 0.1);
    expect(await status(jar, "/api/session")).toBe(200);
    stage.wait(minutes - 0.1);
    expect(await status(jar, "/api/session")).toBe(200);
    stage.wait(minutes);
    expect(await status(jar, "/api/session")).toBe(401);
  });

  it("is over after ten hours, however much it is used", async () => {
    const jar = await stage.logIn("one");
    for (let minutes = 10; minutes < 600; minutes += 10) {
      stage.wait(10);
      expect(await status(jar)).toBe(200);
    }
    stage.wait(10);
    expect(await status(jar)).toBe(401);
  });

  it("is worth nothing after logging out, also to somebody who kept its cookie", async () => {
    const jar = await stage.logIn("one");
    const kept = jar.own.get(SESSION) ?? "";
    const { statusCode, headers } = await post(jar, "/logout");
    expect([statusCode, headers["clear-site-data"], headers["cache-control"]]).toEqual([
      204,
      '"cache", "storage"',
      "no-store",
    ]);
    expect(jar.own.get(SESSION)).toBeUndefined();
    const thief = new Jar(stage.app);
    thief.own.set(SESSION, kept);
    expect(await status(thief)).toBe(401);
  });

  it("may read nothing once its role is ended", async () => {
    const jar = await stage.logIn("one");
    const { held } = await view(jar);
    const { database, now } = stage.store;
    const { rows } = await database.pool.query(
      `INSERT INTO rettvei.role_grant SELECT 'g-late', actor_id, role, organisation, '{u2}', $1, $1::timestamptz + interval '1 hour', $1, 'test'
       FROM rettvei.role_grant WHERE grant_id = $2 RETURNING 1`,
      [now(), held.grantId],
    );
    expect(rows).toHaveLength(1);
    const grants = (await view(jar)).roles.map(({ grantId }: { grantId: string }) => grantId);
    await post(jar, "/api/session/role", { grantId: "g-late" });
    expect([grants.length, await status(jar)]).toEqual([2, 200]);
    await endGrant(database.pool, "g-late", now(), "test");
    expect(await status(jar)).toBe(403);
    expect((await view(jar)).held).toBeNull();
  });
});

describe("several roles", () => {
  it("are held one at a time: none before one is chosen, and a new id with each", async () => {
    const jar = await stage.logIn("two");
    const { held, roles } = await view(jar);
    expect([held, roles.length, await status(jar)]).toEqual([null, 2, 403]);
    const before = jar.own.get(SESSION) ?? "";
    expect((await takeRole(jar, "practitioner")).json().held.role).toBe("practitioner");
    const after = jar.own.get(SESSION);
    const thief = new Jar(stage.app);
    thief.own.set(SESSION, before);
    expect([after === before, await status(jar), await status(thief)]).toEqual([false, 200, 401]);
    expect((await takeRole(jar, "coordinator")).json().held.role).toBe("coordinator");
  });

  it("are not those of others", async () => {
    const [jar, other] = [await stage.logIn("two"), await stage.logIn("one")];
    const { grantId } = (await view(other)).held;
    const { statusCode, json } = await post(jar, "/api/session/role", { grantId });
    expect([statusCode, json().error.code]).toEqual([403, "no-role"]);
  });

  it("are never operator and anything else in one login", async () => {
    const jar = await stage.logIn("runs");
    expect((await takeRole(jar, "operator")).statusCode).toBe(200);
    const refused = await takeRole(jar, "practitioner");
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, "roles-apart"]);
    await stage.logIn("runs", jar);
    expect((await takeRole(jar, "practitioner")).statusCode).toBe(200);
    expect((await takeRole(jar, "operator")).statusCode).toBe(403);
  });
});

describe("a request that writes", () => {
  it.each([
    ["says nothing of where it comes from", {}],
    ["comes from another site", { origin: "http://evil.example" }],
    ["comes from no origin", { origin: "null" }],
    ["comes from another port", { origin: "http://localhost:81" }],
    ["comes by https", { origin: "https://localhost" }],
    ["is cross-site by the browser's word", { ...OURS, "sec-fetch-site": "cross-site" }],
    ["is same-site by the browser's word", { "sec-fetch-site": "same-site" }],
    ["was typed in", { "sec-fetch-site": "none" }],
  ])("is refused where it %s", async (_, headers) => {
    const jar = await stage.logIn("one");
    const records = { records: [{ event: "evaluation", occurredOn: "2026-01-01" }] };
    const keyed = { ...headers, "idempotency-key": randomUUID(), "if-match": '"1"' };
    expect((await post(jar, "/api/courses/c1/records", records, keyed)).statusCode).toBe(403);
    expect((await post(jar, "/api/session/role", { grantId: "x" }, headers)).statusCode).toBe(403);
    expect((await post(jar, "/logout", {}, headers)).statusCode).toBe(403);
    expect(await status(jar)).toBe(200);
  });

  it.each([
    OURS,
    { "sec-fetch-site": "same-origin" },
    { ...OURS, "sec-fetch-site": "same-origin" },
  ])("is let through from a page of ours: %o", async (headers) => {
    const jar = await stage.logIn("one");
    expect((await post(jar, "/logout", {}, headers)).statusCode).toBe(204);
  });
});

describe("behind a public address", () => {
  it("the cookie is bound to the host and to https, and no other host is answered", async () => {
    const settings = { ...stage.settings, publicUrl: "https://rettvei.example" };
    const auth = authBy(stage.store, settings);
    const { authenticate } = auth;
    const app = await buildApp(stage.store, { logger: false, authenticate, auth });
    const ask = (host: string) => app.inject({ url: "/api/health", headers: { host } });
    const good = await ask("rettvei.example");
    expect([good.statusCode, good.headers["strict-transport-security"]]).toEqual([
      200,
      "max-age=31536000",
    ]);
    for (const host of [
      "evil.example",
      "localhost",
      "rettvei.example.evil.example",
      "rettvei.example:81",
    ]) {
      expect((await ask(host)).statusCode).toBe(403);
    }
    const lines: string[] = [];
    const reply = { header: (_: string, line: string) => lines.push(line) } as never;
    setCookie(reply, "session", "https://rettvei.example", "x");
    expect(lines).toEqual(["__Host-rettvei=x; Path=/; HttpOnly; SameSite=Lax; Secure"]);
    await app.close();
  });
});
