// Proves that what was registered can be neither changed nor removed, by the service or by the owner.
import { course } from "@rettvei/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { asPopulation, closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { loadPopulation } from "./load-population.ts";

closeStores("after all");
let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  const log = course("tsb")
    .with("pathway-start", "2026-05-01")
    .with("first-attendance", "2026-05-09").log;
  await loadPopulation(store, asPopulation([log, { ...log, courseId: "c2", records: [] }]));
});

const CHANGES = [
  "UPDATE rettvei.record SET occurred_on = '2020-01-01'",
  "UPDATE rettvei.record SET occurred_on = occurred_on WHERE false",
  "DELETE FROM rettvei.record WHERE record_id = 'r1'",
  "TRUNCATE rettvei.record CASCADE",
  "UPDATE rettvei.course SET patient_id = 'p2'",
  "DELETE FROM rettvei.course",
  "TRUNCATE rettvei.course CASCADE",
  "INSERT INTO rettvei.record (record_id, course_id, event, occurred_on, recorded_at) VALUES ('r1', 'c1', 'closure', '2026-06-01', now()) ON CONFLICT (record_id) DO UPDATE SET event = 'closure'",
];
const NO_RIGHT = "42501";

async function contents(): Promise<unknown> {
  const { rows } = await store.database.pool.query(
    "SELECT (SELECT jsonb_agg(r ORDER BY seq) FROM rettvei.record r) AS records, (SELECT jsonb_agg(c ORDER BY course_id) FROM rettvei.course c) AS courses",
  );
  return rows[0];
}

describe("registrations", () => {
  it.each(CHANGES)("are kept from the service: %s", async (sql) => {
    const before = await contents();
    await expect(store.database.pool.query(sql)).rejects.toMatchObject({ code: NO_RIGHT });
    expect(await contents()).toEqual(before);
  });

  it.each(CHANGES)("are kept from the owner: %s", async (sql) => {
    const before = await contents();
    const change = store.database.asOwner((client) => client.query(sql));
    await expect(change).rejects.toMatchObject({
      code: NO_RIGHT,
      message: expect.stringContaining("append-only"),
    });
    expect(await contents()).toEqual(before);
  });

  it("are kept from an owner who pretends to replicate", async () => {
    const change = store.database.asOwner(async (client) => {
      await client.query("SET session_replication_role = replica");
      await client.query("DELETE FROM rettvei.record");
    });
    // A superuser is stopped by the trigger, any other owner before that.
    await expect(change).rejects.toMatchObject({ code: NO_RIGHT });
  });

  it("are no work of the owner: the service has roles of its own without the right to change them", async () => {
    const { pool, requests } = store.database;
    for (const [from, name] of [
      [pool, "rettvei_system"],
      [requests, "rettvei_service"],
    ] as const) {
      const { rows } = await from.query(
        `SELECT current_user AS name, has_table_privilege('rettvei.record', 'INSERT') AS adds,
                has_table_privilege('rettvei.record', 'UPDATE, DELETE, TRUNCATE') AS changes`,
      );
      expect(rows).toEqual([{ name, adds: true, changes: false }]);
    }
  });

  it.each([
    ["a record of another course voided", "'x1', 'c2', NULL, NULL, now(), 'r1', NULL"],
    [
      "a record of another course corrected",
      "'x2', 'c2', 'closure', DATE '2026-06-01', now(), NULL, 'r1'",
    ],
    ["a record voiding itself", "'x3', 'c1', NULL, NULL, now(), 'x3', NULL"],
    ["an event without a date", "'x4', 'c1', 'closure', NULL, now(), NULL, NULL"],
    ["a void with an event", "'x5', 'c1', 'closure', DATE '2026-06-01', now(), 'r1', NULL"],
    ["a record id in use", "'r1', 'c1', 'closure', DATE '2026-06-01', now(), NULL, NULL"],
    ["a course that is not there", "'x6', 'c9', 'closure', DATE '2026-06-01', now(), NULL, NULL"],
  ])("are held to the rules of a log by the database itself: %s", async (_, values) => {
    const insert = `INSERT INTO rettvei.record (record_id, course_id, event, occurred_on, recorded_at, voids, corrects) VALUES (${values})`;
    await expect(store.database.pool.query(insert)).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
  });
});
