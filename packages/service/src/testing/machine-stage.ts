// Knows what tests of machine clients play on: an issuer, the service, a machine with a role, and its audit.
import { type Auth, authBy } from "../auth/auth.ts";
import { newClientKey } from "../auth/client-key.ts";
import type { LoginSettings } from "../auth/login-settings.ts";
import type { App } from "../http/app.ts";
import { buildApp } from "../http/build-app.ts";
import { keepActors } from "../store/role-grants.ts";
import type { Store } from "../store/store.ts";
import { type OwnIssuer, ownIssuer, type SigningKey, signingKey } from "./own-issuer.ts";
import { type TestStore, testStore } from "./test-store.ts";
import { API, goodClaims, MACHINE, proof } from "./tokens.ts";

export interface MachineStage {
  readonly store: TestStore;
  readonly issuer: OwnIssuer;
  readonly settings: LoginSettings;
  readonly app: App;
  /** The issuer's keys. */
  readonly rsa: SigningKey;
  readonly ec: SigningKey;
  /** The machine's. */
  readonly own: SigningKey;
  claims(): Promise<Awaited<ReturnType<typeof goodClaims>>>;
  /** Asks for the units with a token and a proof; the good proof of the token unless told. */
  ask(token: string, headers?: Readonly<Record<string, string | undefined>>): Promise<number>;
  /** Requests that the audit holds as refused. */
  refused(): Promise<number>;
}

export async function appOf(store: Store, settings: LoginSettings): Promise<App> {
  const auth: Auth = authBy(store, settings);
  const { authenticate } = auth;
  return buildApp(store, { logger: false, authenticate, auth });
}

async function giveRoles({ database, now }: Store, issuer: string): Promise<void> {
  const validFrom = new Date(now().getTime() - 86_400_000);
  const validTo = new Date(now().getTime() + 365 * 86_400_000);
  const given = { organisation: "HF", unitIds: ["u1"], validFrom, validTo, recordedBy: "test" };
  const one = (
    actorId: string,
    kind: "machine" | "person",
    roles: readonly ["coordinator"] | [],
  ) => ({
    actor: { actorId, kind, name: actorId, hpr: null, patientId: null },
    identities: [{ issuer, subject: actorId }],
    grants: roles.map((role) => ({ role, ...given })),
  });
  const actors = [
    one(MACHINE, "machine", ["coordinator"]),
    one("without-role", "machine", []),
    one("person-1", "person", ["coordinator"]),
  ];
  await keepActors(database.pool, actors, now());
}

/** Call within beforeAll. */
export async function machineStage(): Promise<MachineStage> {
  const [rsa, ec, own] = [
    await signingKey("rsa", "RS256"),
    await signingKey("ec", "ES256"),
    await signingKey("own", "ES256"),
  ];
  const [store, issuer] = [await testStore(), await ownIssuer([rsa, ec])];
  const clientKeys = [await newClientKey()];
  const settings = { issuer: issuer.url, clientId: "rettvei", clientKeys, api: API };
  await giveRoles(store, issuer.url);
  const app = await appOf(store, settings);
  const claims = () => goodClaims(issuer.url, store.now(), own);
  const ask: MachineStage["ask"] = async (token, headers = {}) => {
    const good = {
      authorization: `DPoP ${token}`,
      dpop: await proof({ key: own, token, now: store.now() }),
    };
    const all = Object.entries({ host: "localhost", ...good, ...headers });
    const sent = Object.fromEntries(all.filter(([, value]) => value !== undefined));
    return (await app.inject({ url: "/api/units", headers: sent as Record<string, string> }))
      .statusCode;
  };
  const refused = async (): Promise<number> => {
    const { rows } = await store.database.pool.query(
      "SELECT count(*)::int AS n FROM rettvei.audit_entry WHERE outcome = 'refused'",
    );
    return rows[0].n;
  };
  return { store, issuer, settings, app, rsa, ec, own, claims, ask, refused };
}
