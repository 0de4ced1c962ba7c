// Proves that what is kept for a time only is thrown away after it while the service runs, and nothing else is.
import { expect, it } from "vitest";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { tidyTask } from "./tidy-task.ts";

closeStores("after each");

const NOW = new Date("2024-03-20T11:00:00Z");
const days = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000);

async function kept({ database: { pool } }: TestStore): Promise<readonly string[]> {
  const { rows } = await pool.query<{ what: string }>(`
    SELECT key AS what FROM rettvei.answered_request
    UNION ALL SELECT login_id FROM rettvei.session
    UNION ALL SELECT encode(proof_hash, 'escape') FROM rettvei.used_proof ORDER BY what`);
  return rows.map(({ what }) => what);
}

it("answers after thirty days, sessions thirty days after their end and proofs after an hour are thrown away, once an hour", async () => {
  const base = await testStore("2024-03-20");
  await base.database.asOwner(async (client) => {
    const actor =
      "INSERT INTO rettvei.actor (actor_id, kind, name, recorded_at) VALUES ('a', 'person', 'A', now())";
    await client.query(actor);
    for (const [name, at] of [
      ["old", days(-31)],
      ["young", days(-29)],
    ] as const) {
      await client.query(
        "INSERT INTO rettvei.answered_request (key, request_hash, answered_at) VALUES ($1, 'h', $2)",
        [`answer ${name}`, at],
      );
      await client.query(
        `INSERT INTO rettvei.session (session_hash, login_id, actor_id, auth_time, created_at, last_used_at, ends_at)
         VALUES ($1::text::bytea, $1, 'a', $2, $2, $2, $2)`,
        [`session ${name}`, at],
      );
    }
    const proof =
      "INSERT INTO rettvei.used_proof (proof_hash, used_at) VALUES ($1::text::bytea, $2)";
    await client.query(proof, ["proof old", new Date(NOW.getTime() - 3_600_001)]);
    await client.query(proof, ["proof young", new Date(NOW.getTime() - 3_599_999)]);
  });
  let now = NOW;
  const task = tidyTask({ ...base, now: () => now });
  await task.work("", 1);
  expect(await kept(base)).toEqual(["answer young", "proof young", "session young"]);
  now = new Date(NOW.getTime() + 3_599_999);
  await task.work("", 1);
  expect(await kept(base)).toEqual(["answer young", "proof young", "session young"]);
  now = days(2);
  await task.work("", 1);
  expect(await kept(base)).toEqual([]);
});
