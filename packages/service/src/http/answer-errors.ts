// Knows which HTTP status each error has, and that nothing of a patient is in an answer or a log.
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { AppError, type AppErrorCode } from "../app-error.ts";
import { SIGNATURES } from "../auth/machine/access-token.ts";
import { isDatabaseLost } from "../store/database-lost.ts";
import type { ErrorView } from "./schemas/basics.ts";

/** Codes not here are of the start, and never met by a request. */
const STATUS: Readonly<Partial<Record<AppErrorCode, number>>> = {
  "bad-input": 400,
  "not-logged-in": 401,
  "bad-token": 401,
  "host-refused": 403,
  "not-allowed": 403,
  "no-role": 403,
  "roles-apart": 403,
  blocked: 403,
  "log-in-again": 403,
  "break-glass-locked": 403,
  "not-found": 404,
  "course-conflict": 409,
  "record-conflict": 409,
  stale: 409,
  "not-now": 409,
  "already-running": 409,
  "record-refused": 422,
  "not-complete": 422,
  "key-reused": 422,
  "version-missing": 428,
  "audit-unavailable": 503,
  "issuer-silent": 503,
};

const RETRY_AFTER_SECONDS = 1;
const CHALLENGE = `DPoP algs="${SIGNATURES.join(" ")}"`;

function view(code: string, message: string, details?: AppError["problems"]): ErrorView {
  return {
    error: {
      code,
      message,
      ...(details === undefined || details.length === 0 ? {} : { details: [...details] }),
    },
  };
}

/** Where in our code it happened; the message may hold what a database was told, so it stays out. */
function placeOf(error: Error): readonly string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return lines.slice(0, 8).map((line) => line.trim());
}

/** Kind and place of what nobody foresaw. */
export function logUnforeseen(error: Error, request: FastifyRequest): void {
  const { name } = error;
  const code = (error as { readonly code?: unknown }).code;
  request.log.error({ kind: name, code, place: placeOf(error) }, "request failed");
}

/** Answers an error; what is not foreseen is logged by kind and place, and answered without either. */
export function answerError(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (error instanceof AppError) {
    const status = STATUS[error.code] ?? 500;
    // Machines are told how to come; browsers do not know the word, and ask nobody for a password.
    if (status === 401) reply.header("www-authenticate", CHALLENGE);
    reply.code(status).send(view(error.code, error.message, error.problems));
    return;
  }
  if (isDatabaseLost(error)) {
    reply.code(503).header("retry-after", RETRY_AFTER_SECONDS);
    reply.send(view("database-lost", "the database is not there at the moment; try again"));
    return;
  }
  const { statusCode } = error;
  if (statusCode !== undefined && statusCode < 500) {
    reply
      .code(statusCode)
      .send(view("bad-input", "the request could not be read as JSON of a fitting size"));
    return;
  }
  logUnforeseen(error, request);
  reply.code(500).send(view("internal", "something went wrong here; it was logged"));
}

export function answerNotFound(_: FastifyRequest, reply: FastifyReply): void {
  reply.code(404).send(view("not-found", "there is nothing at this address"));
}
