// Knows what the process must not be started with: settings that open it or make it tell too much.
import inspector from "node:inspector";
import type { Unsafe } from "./unsafe.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where patients are real. */
export function isProduction(env: Environment = process.env): boolean {
  return env.NODE_ENV === "production";
}

function unsafe(what: string, expected: string, found: string, advice: string): Unsafe {
  return { what, expected, found, advice };
}

/** What is unsafe about the surroundings of the process. */
export function unsafeEnvironment(
  env: Environment = process.env,
  debugger_: string | undefined = inspector.url(),
): readonly Unsafe[] {
  const problems: Unsafe[] = [];
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    const advice = "anybody on the way could pose as the other side: take it away";
    problems.push(unsafe("NODE_TLS_REJECT_UNAUTHORIZED", "nothing or 1", "0", advice));
  }
  if (!isProduction(env)) return problems;
  if (debugger_ !== undefined) {
    const advice = "whoever reaches it may run anything here: start without --inspect";
    problems.push(unsafe("debugger", "none in production", "one that listens", advice));
  }
  if (/\b(http|https|net|tls|undici|stream)\b/.test(env.NODE_DEBUG ?? "")) {
    const advice = "requests would be written out: take it away";
    problems.push(unsafe("NODE_DEBUG", "nothing in production", env.NODE_DEBUG ?? "", advice));
  }
  return problems;
}
