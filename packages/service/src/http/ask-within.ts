// Knows how the program itself asks the service as somebody, without a network: by the same routes, guards and audit as any request.
import { randomUUID } from "node:crypto";
import type { Actor } from "../access/actor.ts";
import type { Store } from "../store/store.ts";
import { buildApp } from "./build-app.ts";

const ASKS = "x-rettvei-asks";

export interface WithinRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** JSON, or a national message as its text. */
  readonly body?: object | string;
  /** The version that was seen of what is changed, as an answer's `etag`. */
  readonly seen?: string;
  /** The request's own key, where the same may be asked again; else one is made. */
  readonly key?: string;
}

export interface WithinAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: unknown;
}

export interface Within {
  ask(actor: Actor, request: WithinRequest): Promise<WithinAnswer>;
  close(): Promise<void>;
}

/** Nothing listens: whoever holds the store asks. Each request is let in once, by a word that only this program knows. */
export async function askWithin(store: Store): Promise<Within> {
  const asking = new Map<string, Actor>();
  const app = await buildApp(store, {
    logger: false,
    authenticate: async ({ headers }) => asking.get(String(headers[ASKS])),
  });
  const ask: Within["ask"] = async (actor, { method, url, body, seen, key }) => {
    const word = randomUUID();
    asking.set(word, actor);
    const headers = {
      [ASKS]: word,
      ...(method === "POST" && { "idempotency-key": key ?? word }),
      ...(seen !== undefined && { "if-match": seen }),
      ...(typeof body === "string" && { "content-type": "application/xml" }),
    };
    try {
      const payload = body === undefined ? {} : { payload: body };
      const answer = await app.inject({ method, url, headers, ...payload });
      const { etag } = answer.headers;
      const isJson = String(answer.headers["content-type"]).startsWith("application/json");
      const told: unknown = isJson ? answer.json() : answer.body;
      return { status: answer.statusCode, etag, body: told };
    } finally {
      asking.delete(word);
    }
  };
  return { ask, close: () => app.close() };
}
