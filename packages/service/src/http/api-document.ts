// Knows the API's own description without a database: every route with what it takes and answers.

import { readBundle } from "@rettvei/definitions";
import pg from "pg";
import { authBy } from "../auth/auth.ts";
import { newClientKey } from "../auth/client-key.ts";
import { judgingBy } from "../judging/judging.ts";
import type { Store } from "../store/store.ts";
import { buildApp } from "./build-app.ts";

const nobodyTells: Store["database"]["changes"] = {
  tell: () => undefined,
  hear: async () => () => undefined,
  close: async () => undefined,
};

/** A store that nobody asks: its connections are made when they are used, and they never are. */
function unasked(): Store {
  const database: Store["database"] = {
    kind: "external",
    pool: new pg.Pool(),
    requests: new pg.Pool(),
    changes: nobodyTells,
    asOwner: () => Promise.reject(new Error("bug: a description of the API needs no database")),
    close: () => Promise.resolve(),
  };
  return { database, judging: judgingBy(readBundle()), now: () => new Date() };
}

/** The OpenAPI document that a service with a login gives at `/api/openapi.json`. */
export async function apiDocument(): Promise<object> {
  const store = unasked();
  const auth = authBy(store, {
    issuer: "https://issuer.invalid",
    clientId: "description",
    clientKeys: [await newClientKey()],
  });
  const app = await buildApp(store, { logger: false, authenticate: auth.authenticate, auth });
  const document = app.swagger();
  await app.close();
  return document;
}
