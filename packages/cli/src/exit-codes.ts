// Knows the exit codes and the error that stands for bad input.

export const EXIT = { fine: 0, errorsFound: 1, badInput: 2 } as const;

/** What a person gave cannot be used; the message says what was expected. */
export class BadInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BadInput";
  }
}

/** Raises the exit code; a higher one already set stays, since bad input wins. */
export function endWith(code: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}
