// Proves a machine's whole way in: a token from an issuer that behaves as HelseID does, and requests by a client library.
import type { AddressInfo } from "node:net";
import { machineClient } from "@rettvei/demo";
import { importJWK } from "jose";
import * as oidc from "openid-client";
import { beforeAll, expect, it } from "vitest";
import { keepActors } from "../../store/role-grants.ts";
import { type LoginStage, loginStage } from "../../testing/login-stage.ts";
import { closeStores } from "../../testing/test-store.ts";
import { newClientKey, publicKeyOf } from "../client-key.ts";

closeStores("after all");
let stage: LoginStage;
let address: string;
beforeAll(async () => {
  stage = await loginStage();
  await stage.app.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(stage.app.server.address() as AddressInfo).port}`;
});

async function giveRole(clientId: string): Promise<void> {
  const { store, settings } = stage;
  const now = store.now();
  const validTo = new Date(now.getTime() + 3_600_000);
  const actor = { actorId: clientId, kind: "machine", name: "EPJ", hpr: null, patientId: null };
  const identity = { issuer: settings.knownAs ?? "", subject: clientId };
  const held = { role: "coordinator", organisation: "HF", unitIds: ["u1"] } as const;
  const grant = { ...held, validFrom: now, validTo, recordedBy: "test" };
  const one = {
    actor: { ...actor, kind: "machine" as const },
    identities: [identity],
    grants: [grant],
  };
  await keepActors(store.database.pool, [one], now);
}

/** A machine client as others build one. */
async function machine(clientId: string) {
  const jwk = await newClientKey(clientId);
  stage.clients.set(clientId, machineClient(clientId, [publicKeyOf(jwk)]));
  const key = (await importJWK(jwk, jwk.alg)) as CryptoKey;
  const auth = oidc.PrivateKeyJwt({ key, kid: jwk.kid });
  const config = await oidc.discovery(new URL(stage.settings.issuer), clientId, {}, auth, {
    execute: [oidc.allowInsecureRequests],
  });
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair("ES256"));
  const scope = stage.settings.api?.scope ?? "";
  const { access_token } = await oidc.clientCredentialsGrant(config, { scope }, { DPoP });
  const ask = async (path: string, token = access_token) => {
    const url = new URL(path, address);
    const sent = oidc.fetchProtectedResource(config, token, url, "GET", undefined, undefined, {
      DPoP,
    });
    return (await sent.catch(({ response, status }) => response ?? { status })).status;
  };
  return { token: access_token, ask };
}

it("a machine with a role asks by its token, again and again", async () => {
  await giveRole("ehr");
  const { ask } = await machine("ehr");
  for (let n = 0; n < 3; n++) expect(await ask("/api/units?x=1")).toBe(200);
});

it("a machine without a role sees nothing", async () => {
  const { ask } = await machine("stranger");
  expect(await ask("/api/units")).toBe(403);
});

it("a machine's token is of no use to another machine", async () => {
  await giveRole("ehr");
  const [{ token }, thief] = [await machine("ehr"), await machine("stranger")];
  expect(await thief.ask("/api/units", token)).toBe(401);
});
