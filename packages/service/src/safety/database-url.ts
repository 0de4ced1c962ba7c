// Knows which addresses of a database are unsafe to use: read on the way, or open to whoever guesses.
import pg from "pg";
import type { Unsafe } from "./unsafe.ts";

const GUESSABLE = [
  "postgres",
  "postgresql",
  "password",
  "passord",
  "passord1",
  "password1",
  "rettvei",
  "secret",
  "hemmelig",
  "changeme",
  "change-me",
  "admin",
  "root",
  "test",
  "example",
  "123456",
  "12345678",
  "qwerty",
];

/** Whether the host is this machine: a socket, or an address that never leaves it. */
function isHere(host: string): boolean {
  return host.startsWith("/") || host === "localhost" || host === "::1" || /^127\./.test(host);
}

function unsafePassword(password: string, user: string): string | undefined {
  if (password === "") return "none";
  const word = password.toLowerCase();
  if (GUESSABLE.includes(word)) return "one that everybody knows";
  return word === user.toLowerCase() ? "the name of the login" : undefined;
}

function sslModeOf(url: string): string {
  return new URLSearchParams(url.split("?").slice(1).join("?")).get("sslmode") ?? "none";
}

/** What is unsafe about a DATABASE_URL. Never tells the password. */
export function unsafeDatabaseUrl(url: string): readonly Unsafe[] {
  const { host, user, password } = new pg.Client({ connectionString: url });
  const problems: Unsafe[] = [];
  const sslMode = sslModeOf(url);
  if (!isHere(host) && sslMode !== "verify-full") {
    problems.push({
      what: "DATABASE_URL: sslmode",
      expected: "verify-full for a server on another machine",
      found: sslMode,
      advice:
        "patient data would be readable on the way: add ?sslmode=verify-full, and sslrootcert for an authority of your own",
    });
  }
  // By a socket the operating system tells who connects.
  const weak = host.startsWith("/") ? undefined : unsafePassword(password ?? "", user ?? "");
  if (weak !== undefined) {
    problems.push({
      what: "DATABASE_URL: password",
      expected: "a password of its own",
      found: weak,
      advice: "give the login a long random password",
    });
  }
  return problems;
}
