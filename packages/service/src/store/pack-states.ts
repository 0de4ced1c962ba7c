// Knows when the table of the kept states is worth packing: after so much was written over, or after it was made anew.
import type { Database } from "./database.ts";

/** What fewer leave behind is small, and the server clears it away by itself. */
const MANY = 20_000;
const LARGE_SHARE = 0.1;
/** Pages of a table that is worth looking at. */
const LARGE = 1_000;

const KEPT = `
  SELECT greatest(reltuples, 0)::float8 AS states, relpages AS pages, relallvisible AS seen
  FROM pg_class WHERE oid = 'rettvei.course_state'::regclass`;

interface Row {
  readonly states: number;
  readonly pages: number;
  /** Pages of which the server knows that everybody sees all of them: only these are counted from an index alone. */
  readonly seen: number;
}

/**
 * Packs the kept states where work lists would else be slow, and lets them wait meanwhile. Where `written` of them is a
 * large part of all, the indexes are made anew, as they would be twice as large as need be; and what a step of the
 * schema has written anew is gone through once. True where something was done.
 */
export function packStates(database: Database, written: number): Promise<boolean> {
  return database.asOwner(async (client) => {
    const { rows } = await client.query<Row>(KEPT);
    const { states = 0, pages = 0, seen = 0 } = rows[0] ?? {};
    const swollen = written >= MANY && written >= LARGE_SHARE * states;
    const unseen = pages >= LARGE && seen < pages / 2;
    if (swollen) await client.query("REINDEX TABLE rettvei.course_state");
    if (swollen || unseen) await client.query("VACUUM (ANALYZE) rettvei.course_state");
    return swollen || unseen;
  });
}
