// Knows what tests of the login play on: a store, the test login beside it, and the service between them.
import { type Persona, startTestLogin, webClient } from "@rettvei/demo";
import { afterAll } from "vitest";
import { type Auth, authBy } from "../auth/auth.ts";
import { newClientKey, publicKeyOf } from "../auth/client-key.ts";
import type { LoginSettings } from "../auth/login-settings.ts";
import type { App } from "../http/app.ts";
import { buildApp } from "../http/build-app.ts";
import { keepActors } from "../store/role-grants.ts";
import type { Store } from "../store/store.ts";
import { Jar, type Step } from "./jar.ts";
import { type TestStore, testStore } from "./test-store.ts";

const PLACES = [{ unitId: "u1", name: "Ålesund DPS", group: "HF" }];
const TEST_ISSUER = "test-login";
const CLIENT = "rettvei";

function persona(subject: string, roles: readonly Persona["roles"][number]["role"][]): Persona {
  return {
    subject,
    name: `Testine ${subject}`,
    personNumber: "13897012345",
    hpr: null,
    title: subject,
    roles: roles.map((role) => ({ role, organisation: "TESTHF", unitIds: ["u1"] })),
    patientId: roles.includes("patient") ? "p1" : null,
    unitId: "u1",
  };
}

const PERSONAS: readonly Persona[] = [
  persona("one", ["coordinator"]),
  persona("two", ["coordinator", "practitioner"]),
  persona("runs", ["operator", "practitioner"]),
  persona("ill", ["patient"]),
  persona("nobody", []),
];

/** Gives the personas their roles, as the enterprise does. */
async function giveRoles(store: Store, personas: readonly Persona[]): Promise<void> {
  const now = store.now();
  const validTo = new Date(now.getTime() + 86_400_000);
  const actors = personas
    .filter(({ roles }) => roles.length > 0)
    .map(({ subject, name, patientId, roles }) => ({
      actor: { actorId: `a-${subject}`, kind: "person" as const, name, hpr: null, patientId },
      identities: [{ issuer: TEST_ISSUER, subject }],
      grants: roles.map((role) => ({ ...role, validFrom: now, validTo, recordedBy: "test" })),
    }));
  await keepActors(store.database.pool, actors, now);
}

export interface LoginStage {
  readonly store: TestStore;
  readonly auth: Auth;
  readonly app: App;
  readonly settings: LoginSettings;
  readonly clients: Map<string, ReturnType<typeof webClient>>;
  /** Moves the service's clock on. */
  wait(minutes: number): void;
  /** A browser that has gone through the login as the persona; where it ended. */
  logIn(subject: string, jar?: Jar): Promise<Jar>;
}

/** To the page of personas; the address that the browser was sent to first is the last but one of the trail. */
export async function toPersonas(jar: Jar, login = "/login"): Promise<URL> {
  const page = await jar.follow(await jar.go(login));
  if (page.status !== 200)
    throw new Error(`login: expected the page of personas, got ${page.body}`);
  return page.url;
}

/** Chooses the persona, and comes back to the service; the step after its callback. */
export async function choose(jar: Jar, page: URL, subject: string): Promise<Step> {
  const chosen = await jar.go(page, new URLSearchParams({ subject }));
  return jar.follow(chosen, ({ pathname }) => !/^\/(authorize|auth|choose|login)\b/.test(pathname));
}

/** Call within beforeAll. Its clock is the real one, as the issuer's is. */
export async function loginStage(changes: Partial<LoginSettings> = {}): Promise<LoginStage> {
  const base = await testStore();
  let waited = 0;
  const store = { ...base, now: () => new Date(Date.now() + waited) };
  const key = await newClientKey("k1");
  const clients = new Map([[CLIENT, webClient(CLIENT, [publicKeyOf(key)])]]);
  const api = { audience: "rettvei:api", scope: "rettvei:api/all" };
  const login = await startTestLogin({
    port: 0,
    host: "127.0.0.1",
    clients,
    api,
    personas: async () => PERSONAS,
    places: () => PLACES,
  });
  const settings: LoginSettings = {
    issuer: login.issuer,
    knownAs: TEST_ISSUER,
    clientId: CLIENT,
    clientKeys: [key],
    api,
    ...changes,
  };
  await giveRoles(store, PERSONAS);
  const auth = authBy(store, settings);
  const { authenticate } = auth;
  const app = await buildApp(store, { logger: false, authenticate, auth });
  afterAll(async () => {
    await app.close();
    await login.close();
  });
  const logIn: LoginStage["logIn"] = async (subject, jar = new Jar(app)) => {
    await choose(jar, await toPersonas(jar), subject);
    return jar;
  };
  const wait = (minutes: number): void => {
    waited += minutes * 60_000;
  };
  return { store, auth, app, settings, clients, wait, logIn };
}
