// Knows why somebody or something is not let in, for the audit; whoever is refused is told less.
import { AppError } from "../app-error.ts";

export const REFUSAL_REASONS = [
  "token-refused",
  "proof-refused",
  "proof-replayed",
  "level-too-low",
  "no-role",
  "login-failed",
  "foreign-page",
  "roles-apart",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface Refusal {
  readonly reason: RefusalReason;
  /** What was wrong, in a fixed word: never a value out of a token. */
  readonly detail: string;
  /** Who, where that is known for certain. */
  readonly actorId?: string | undefined;
}

/** Thrown where a login, a token or a proof is not good. */
export class Refused extends Error {
  readonly refusal: Refusal;
  /** The issuer's word for the person: for their own page only. */
  readonly subject: string | undefined;

  constructor(reason: RefusalReason, detail: string, actorId?: string, subject?: string) {
    super(`${reason}: ${detail}`);
    this.name = "Refused";
    this.refusal = { reason, detail, actorId };
    this.subject = subject;
  }
}

/** What the refused is told. */
export function answerOf({ reason }: Refusal): AppError {
  switch (reason) {
    case "foreign-page":
      return new AppError(
        "host-refused",
        "request: expected from a page of this service, got from elsewhere",
      );
    case "no-role":
      return new AppError("no-role", "who you are is known, but no role is held here");
    case "roles-apart":
      return new AppError("roles-apart", "these two roles are not for one login: log in again");
    default:
      return new AppError("bad-token", "the login, token or proof was not accepted");
  }
}
