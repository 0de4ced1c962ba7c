// Knows when so many kept states were written over that their table is worth packing anew.
import type { Database } from "./database.ts";

/** What fewer leave behind is small, and the server clears it away by itself. */
const MANY = 20_000;
const LARGE_SHARE = 0.1;

const KEPT =
  "SELECT greatest(reltuples, 0)::float8 AS states FROM pg_class WHERE oid = 'rettvei.course_state'::regclass";

/**
 * Makes the indexes of the kept states anew, and counts and clears the states, where `written` of them is a large part of all:
 * else work lists would read indexes twice as large as need be. Lists wait meanwhile. True where it was done.
 */
export function packStates(database: Database, written: number): Promise<boolean> {
  return database.asOwner(async (client) => {
    const { rows } = await client.query<{ states: number }>(KEPT);
    if (written < MANY || written < LARGE_SHARE * (rows[0]?.states ?? 0)) return false;
    await client.query("REINDEX TABLE rettvei.course_state");
    await client.query("VACUUM (ANALYZE) rettvei.course_state");
    return true;
  });
}
