// Knows how far this machine's clock may be from the database server's: due dates and the audit rest on both.
import type pg from "pg";
import type { Unsafe } from "./unsafe.ts";

const MOST_SECONDS = 30;

/** What is unsafe about the clock; it is held against the middle of the question, which takes its time. */
export async function unsafeClock(
  client: pg.ClientBase,
  clock: () => number = Date.now,
): Promise<readonly Unsafe[]> {
  const asked = clock();
  const { rows } = await client.query<{ at: string }>(
    "SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at",
  );
  const seconds = Math.round(Math.abs((asked + clock()) / 2 - Number(rows[0]?.at)) / 1_000);
  if (seconds <= MOST_SECONDS) return [];
  return [
    {
      what: "clock",
      expected: `at most ${MOST_SECONDS} seconds from the database server's`,
      found: `${seconds} seconds`,
      advice: "set both machines by one time server (NTP)",
    },
  ];
}
