// Knows how a backup sees one moment of all tables, in which no row is missing that has its number already.
import pg from "pg";
import type { Database } from "../store/database.ts";
import { pinFormats } from "./copy-out.ts";
import { KEPT_TABLES } from "./kept-tables.ts";

const GATE_TRIES = 300;
const UNAVAILABLE = "55P03";
const NUMBERED = KEPT_TABLES.filter(({ numbered }) => numbered === "seq").map(
  ({ name }) => `rettvei.${name}`,
);

/**
 * Closes the tables whose rows are numbered while the work is done. It gives up soon and tries again: writers take
 * these tables in any order, and who waits for long while holding some of them would wait for each other for ever.
 */
async function behindGate(
  gate: pg.ClientBase,
  work: () => Promise<void>,
  tries = GATE_TRIES,
): Promise<void> {
  try {
    await gate.query("BEGIN; SET LOCAL lock_timeout = '100ms'");
    await gate.query(`LOCK TABLE ${NUMBERED.join(", ")} IN SHARE MODE`);
    await work();
    await gate.query("COMMIT");
  } catch (cause) {
    await gate.query("ROLLBACK");
    const busy = cause instanceof pg.DatabaseError && cause.code === UNAVAILABLE;
    if (!busy || tries === 1) throw cause;
    await behindGate(gate, work, tries - 1);
  }
}

/**
 * Begins a transaction that sees one moment. Writers wait for that moment: a number is given before it is committed,
 * so a row could else come after the backup with a number that the next one takes for seen.
 */
export async function atOneMoment<T>(
  database: Database,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  return database.asOwner(async (client) => {
    await pinFormats(client);
    await database.asOwner((gate) =>
      behindGate(gate, async () => {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        await client.query("SELECT 1 FROM rettvei.record LIMIT 1");
      }),
    );
    const done = await work(client);
    await client.query("COMMIT");
    return done;
  });
}
