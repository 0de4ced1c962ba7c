// Knows that a matter is changed only as its sender has seen it.
import { AppError } from "../app-error.ts";

/** Throws AppError `stale` unless the last fact that the sender has seen is the last there is; 0 stands for none. */
export function refuseStaleMatter(seen: number, lastSeq: number): void {
  if (seen === lastSeq) return;
  throw new AppError(
    "stale",
    "matter: expected a change to it as it is now, got one to another version; read it again",
    [{ path: "/if-match", expected: `"${lastSeq}"`, found: `"${seen}"` }],
  );
}
