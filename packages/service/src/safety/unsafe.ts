// Knows how an unsafe start is refused: one line for each thing that is wrong, and what to do about it.
import { AppError, type AppErrorCode } from "../app-error.ts";

export interface Unsafe {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly advice: string;
}

/** Throws AppError where there is anything. */
export function refuse(code: AppErrorCode, all: readonly Unsafe[]): void {
  if (all.length === 0) return;
  const lines = all.map(
    ({ what, expected, found, advice }) => `${what}: expected ${expected}, got ${found}; ${advice}`,
  );
  throw new AppError(code, lines.join("\n"));
}
