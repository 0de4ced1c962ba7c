// Proves what row security costs: hot statements stay ranges of indexes, and take at most a millisecond more than without.
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { READ_ROWS } from "../store/work-list.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { actAs } from "./acting.ts";
import { inRequest } from "./as-system.ts";

closeStores("after all");
let store: TestStore;

// 100,000 courses of as many patients at 200 units, four records each.
const FILL = `
  INSERT INTO rettvei.patient (patient_id, name) SELECT 'p' || n, 'Testine' FROM generate_series(1, 100000) n;
  INSERT INTO rettvei.course (course_id, patient_id, pathway) SELECT 'c' || n, 'p' || n, 'tsb' FROM generate_series(1, 100000) n;
  INSERT INTO rettvei.record (record_id, course_id, event, occurred_on, recorded_at)
  SELECT 'r' || n || '-' || k, 'c' || n, 'evaluation', DATE '2026-01-01' + k, now() FROM generate_series(1, 100000) n, generate_series(1, 4) k;
  INSERT INTO rettvei.course_state (course_id, patient_id, pathway, last_seq, judged_by, judged_for, valid_until, running,
                                    unit_id, next_on, last_event_on, errors, warnings, infos)
  SELECT 'c' || n, 'p' || n, 'tsb', 1, 'm', '2026-01-01', 'infinity', n % 5 = 0,
         'u' || n % 200, CASE WHEN n % 2 = 0 THEN DATE '2026-01-01' + n % 300 END, DATE '2025-01-01' + n % 300, 0, 0, 0
  FROM generate_series(1, 100000) n;`;

beforeAll(async () => {
  store = await testStore("2026-06-30");
  await store.database.asOwner(async (client) => {
    await client.query(FILL);
    await client.query(
      "VACUUM (ANALYZE) rettvei.patient, rettvei.course, rettvei.record, rettvei.course_state",
    );
  });
});

const ASKER = { ...COORDINATOR, unitIds: ["u10", "u20", "u30"] };

/** Statements that nearly every request does, each with its values. */
const HOT: Readonly<Record<string, readonly [string, string]>> = {
  "a page of the work list": [
    READ_ROWS.dated,
    "'u10', NULL, NULL, NULL, NULL, NULL, NULL, '2026-02-01', 'c1', 51, 0",
  ],
  "the count of the work list": [
    "SELECT count(*) FROM rettvei.course_state WHERE unit_id = $1 AND running AND next_on IS NOT NULL",
    "'u10'",
  ],
  "whose course it is": ["SELECT patient_id FROM rettvei.course WHERE course_id = $1", "'c10'"],
  "the records of a course": ["SELECT * FROM rettvei.record WHERE course_id = $1", "'c10'"],
  "the state of a course": ["SELECT * FROM rettvei.course_state WHERE course_id = $1", "'c10'"],
  "the name of a patient": ["SELECT name FROM rettvei.patient WHERE patient_id = $1", "'p10'"],
};

interface Plan {
  readonly "Node Type": string;
  readonly Plans?: readonly Plan[];
}

function types(plan: Plan): readonly string[] {
  return [plan["Node Type"], ...(plan.Plans ?? []).flatMap(types)];
}

interface Measured {
  readonly milliseconds: number;
  readonly rows: number;
  readonly nodes: readonly string[];
}

/** The shortest of many runs, with the one plan that serves all values. */
async function measured(client: pg.ClientBase, name: string): Promise<Measured> {
  const [sql, values] = HOT[name] ?? ["", ""];
  await client.query("SET LOCAL plan_cache_mode = force_generic_plan");
  await client.query(`PREPARE hot AS ${sql}`);
  let best: Measured | undefined;
  for (let n = 0; n < 60; n++) {
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE hot (${values})`,
    );
    const [{ Plan: plan, "Execution Time": milliseconds }] = rows[0]["QUERY PLAN"];
    if (best !== undefined && best.milliseconds <= milliseconds) continue;
    best = { milliseconds, rows: plan["Actual Rows"], nodes: types(plan) };
  }
  await client.query("DEALLOCATE hot");
  if (best === undefined) throw new Error("bug: nothing was measured");
  return best;
}

describe("under row security", () => {
  it.each(
    Object.keys(HOT),
  )("%s has the same rows, no scan of a table, and at most a millisecond more", async (name) => {
    const free = await store.database.pool.connect();
    await free.query("BEGIN");
    const without = await measured(free, name);
    await free.query("ROLLBACK");
    free.release();
    const within = await inRequest(store, async (client) => {
      await actAs(
        store,
        client,
        ASKER,
        name.startsWith("a page") || name.includes("count") ? null : "p10",
      );
      return measured(client, name);
    });
    const ratio = within.milliseconds / without.milliseconds;
    console.log(
      `ROW SECURITY: ${name}: ${without.milliseconds} ms without, ${within.milliseconds} ms with, ratio ${ratio.toFixed(2)}`,
    );
    expect(within.rows).toBe(without.rows);
    expect(within.nodes).not.toContain("Seq Scan");
    expect(within.nodes.filter((type) => /Sort/.test(type))).toEqual([]);
    // The ratio of statements that take microseconds is told, and not held to: the rules are asked once in each of them.
    expect(within.milliseconds).toBeLessThan(without.milliseconds * 1.5 + 1);
  });
});
