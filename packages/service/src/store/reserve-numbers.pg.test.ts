// Proves that numbers given before their records rise, and that no backup goes by one that is still to come.
import { course } from "@rettvei/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { asPopulation, closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { loadPopulation } from "./load-population.ts";
import { reserveNumbers } from "./reserve-numbers.ts";
import { inTransaction } from "./transaction.ts";

closeStores("after all");
let store: TestStore;
beforeAll(async () => {
  store = await testStore("2026-06-30");
  const log = course("tsb").with("pathway-start", "2026-05-01", { unitId: "u1" }).log;
  await loadPopulation(store, asPopulation([log]));
});

const NOT_AVAILABLE = "55P03";

/** What a backup does before it reads. */
function closeGate(): Promise<unknown> {
  return store.database.asOwner((client) =>
    client.query("BEGIN; LOCK TABLE rettvei.record IN SHARE MODE NOWAIT; COMMIT"),
  );
}

describe("reserved numbers", () => {
  it("rise above all that were given, and come with the unit that has the course", async () => {
    const { requests } = store.database;
    const { rows } = await store.database.pool.query(
      "SELECT max(seq)::int AS last FROM rettvei.record",
    );
    await inTransaction(requests, async (client) => {
      await client.query("SET LOCAL ROLE rettvei_system");
      const first = await reserveNumbers(client, "c1", 2);
      const second = await reserveNumbers(client, "no such course", 1);
      const numbers = [...first.numbers, ...second.numbers];
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect(new Set(numbers).size).toBe(3);
      expect(numbers[0]).toBeGreaterThan(rows[0].last);
      expect([first.unit, second.unit]).toEqual([{ unitId: "u1", name: "u1" }, undefined]);
    });
  });

  it("keep a backup from beginning until their records are there or never will be", async () => {
    await inTransaction(store.database.requests, async (client) => {
      await reserveNumbers(client, "c1", 1);
      await expect(closeGate()).rejects.toMatchObject({ code: NOT_AVAILABLE });
    });
    await closeGate();
  });
});
