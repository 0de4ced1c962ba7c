// Knows how the kept states of matters are made again from their facts, where they are missing or behind.
import type { Store } from "../store/store.ts";
import { inTransaction } from "../store/transaction.ts";
import { keepMatter } from "./append-fact.ts";
import { matterTypeOf } from "./matter-types.ts";
import { factsOfMatter } from "./read-facts.ts";

const BEHIND = `
  SELECT f.matter_id
  FROM (SELECT matter_id, max(seq) AS seq FROM rettvei.fact GROUP BY matter_id) f
  LEFT JOIN rettvei.matter m ON m.matter_id = f.matter_id
  WHERE m.last_seq IS DISTINCT FROM f.seq`;

/** After a restore, or an end in the middle of one: every matter as its facts say. Answers how many were made again. */
export async function refreshMatters({ database }: Store): Promise<number> {
  const { rows } = await database.pool.query<{ matter_id: string }>(BEHIND);
  for (const { matter_id: matterId } of rows) {
    await inTransaction(database.pool, async (client) => {
      const facts = await factsOfMatter(client, matterId);
      const [first] = facts;
      if (first !== undefined) await keepMatter(client, matterTypeOf(first), facts);
    });
  }
  return rows.length;
}
