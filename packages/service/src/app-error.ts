// Knows the errors that a person can do something about: a stable code and a message that says what.

export const APP_ERROR_CODES = [
  "bad-input",
  "not-found",
  "record-conflict",
  "course-conflict",
  "record-refused",
  "not-now",
  "not-complete",
  "already-running",
  "key-reused",
  "version-missing",
  "stale",
  "host-refused",
  "not-logged-in",
  "bad-token",
  "not-allowed",
  "no-role",
  "roles-apart",
  "issuer-silent",
  "login-unsafe",
  "blocked",
  "log-in-again",
  "break-glass-locked",
  "audit-unavailable",
  "no-postgresql",
  "data-directory",
  "data-directory-in-use",
  "unsafe-start",
  "database-unsafe",
  "key-file",
  "database-newer",
  "migration-changed",
  "backup-damaged",
  "backup-version",
  "bad-proof",
] as const;
export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** One thing wrong with an input: where, what was expected, what was found. */
export interface Problem {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** Never carries a name, a number of a person or free text: its message may be shown and logged. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: AppErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.problems = problems;
  }
}
