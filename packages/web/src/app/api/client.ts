// Knows how the service is asked through its own document: addresses, parameters and answers are the document's.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/paths.ts";
import { ApiError, apiErrorOf } from "./request.ts";

/** What the document calls by a name: `Schemas["Voice"]`. */
export type Schemas = components["schemas"];

/** Throws ApiError with status 0 where nobody answered; what was given up on purpose stays that. */
async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new ApiError(0, "no-answer", "no answer from the service", []);
  }
}

export const api = createClient<paths>({ fetch: send, headers: { accept: "application/json" } });

interface Asked<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

export interface Versioned<T> {
  readonly body: T;
  /** Of what was answered, for the change that follows; undefined where it has none. */
  readonly version: number | undefined;
}

/** The answer and its version. Throws ApiError for a refusal. */
export async function versioned<T>(asking: Promise<Asked<T>>): Promise<Versioned<T>> {
  const { data, error, response } = await asking;
  if (!response.ok || data === undefined) throw apiErrorOf(response.status, error);
  const tag = response.headers.get("etag");
  return { body: data, version: tag === null ? undefined : Number(tag.replace(/\D/g, "")) };
}

/** The answer alone. Throws ApiError for a refusal. */
export async function answered<T>(asking: Promise<Asked<T>>): Promise<T> {
  return (await versioned(asking)).body;
}

/** Headers of a request that writes: sent again under the same key it is done once. */
export function writing(key: string): { readonly "idempotency-key": string } {
  return { "idempotency-key": key };
}

/** Headers of a change to what was seen in a version. */
export function changing(
  key: string,
  version: number,
): { readonly "idempotency-key": string; readonly "if-match": string } {
  return { ...writing(key), "if-match": `"${version}"` };
}
