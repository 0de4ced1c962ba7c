// Knows how to ask the service and what its refusals look like.

interface ProblemDetail {
  readonly path: string;
  readonly expected: string;
  readonly found?: unknown;
}

/** The service answered with a refusal. Status 0: it did not answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly ProblemDetail[];

  constructor(status: number, code: string, message: string, details: readonly ProblemDetail[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Nobody is logged in any more. */
export function isLoggedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** There is no such thing, or it is not for who asks: the service does not say which. */
export function isNotThere(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** The change was made to a version that somebody else has changed since. */
export function isStale(error: unknown): boolean {
  return error instanceof ApiError && error.code === "stale";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isDetail(value: unknown): value is ProblemDetail {
  return isRecord(value) && typeof value.path === "string" && typeof value.expected === "string";
}

/** Reads the body of a refusal; an answer in another shape keeps its status. */
export function apiErrorOf(status: number, body: unknown): ApiError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const code = typeof error.code === "string" ? error.code : "unreadable";
  const message = typeof error.message === "string" ? error.message : `HTTP ${status}`;
  const details = Array.isArray(error.details) ? error.details.filter(isDetail) : [];
  return new ApiError(status, code, message, details);
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

async function answerOf<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, "no-answer", "no answer from the service", []);
  });
  const body = await bodyOf(response);
  if (!response.ok) throw apiErrorOf(response.status, body);
  if (body === undefined) throw apiErrorOf(response.status, undefined);
  // The service's own schema holds the shape; both are built from one contract and tested together.
  return body as T;
}

export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(fetch(path, { headers: { accept: "application/json" }, ...abort(signal) }));
}

const JSON_HEADERS = { accept: "application/json", "content-type": "application/json" };

/** Asks with a body; nothing is written. */
export function postJson<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const init = { method: "POST", headers: JSON_HEADERS, body: JSON.stringify(body), signal };
  return answerOf<T>(fetch(path, init));
}

/** Ends the session, for whoever holds it; an answer without words. */
export async function postLogout(): Promise<void> {
  await fetch("/logout", { method: "POST" });
}

/** What a request that writes says of itself. */
export interface Writing {
  /** The same for the same request sent again: the service does it once. */
  readonly key: string;
  /** Of what is changed, as it was seen. */
  readonly version: number;
}

function abort(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
