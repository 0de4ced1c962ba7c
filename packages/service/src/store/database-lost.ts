// Knows what it looks like when the database cannot be reached or has just gone down: it will be back in a moment.
import pg from "pg";

/** Classes and codes of PostgreSQL: connection trouble, too many connections, being stopped or started. */
const SERVER_CODES = /^(08|57P0[123]|53300)/;
const SYSTEM_CODES: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
]);
/** What the client library says of a connection that broke, or that it waited for in vain. */
const CLIENT_WORDS = [
  "Connection terminated",
  "Client has encountered a connection error",
  "timeout exceeded when trying to connect",
  "Client was closed",
];

/** Whether a query failed for want of a database, and not for what it asked. */
export function isDatabaseLost(cause: unknown): boolean {
  if (cause instanceof pg.DatabaseError) return SERVER_CODES.test(cause.code ?? "");
  if (!(cause instanceof Error)) return false;
  const { code, syscall } = cause as NodeJS.ErrnoException;
  const ofSystem =
    code !== undefined &&
    SYSTEM_CODES.has(code) &&
    ["connect", "read", "write"].includes(syscall ?? "");
  return ofSystem || CLIENT_WORDS.some((words) => cause.message.startsWith(words));
}
