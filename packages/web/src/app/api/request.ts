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

export function postJson<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body), ...abort(signal) };
  return answerOf<T>(fetch(path, init));
}

function abort(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
