// Proves that a page of a work list, and the flow of a unit, are ranges of indexes, whatever the size of the whole.
import { beforeAll, describe, expect, it } from "vitest";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { READ_NOT_ASSIGNED } from "./not-assigned.ts";
import { packStates } from "./pack-states.ts";
import { STANDING, STEPS } from "./unit-flow.ts";
import { READ_ROWS, WORK_LIST_GROUPS } from "./work-list.ts";
import { COUNTS } from "./work-list-counts.ts";

closeStores("after all");
let store: TestStore;

const SEEDED = `
  INSERT INTO rettvei.course_state (course_id, patient_id, pathway, last_seq, judged_by, judged_for, valid_until, running,
                                    unit_id, next_on, last_event_on, errors, warnings, infos, first_on, coordinator_id, steps)
  SELECT 'c' || n, 'p' || n, 'tsb', 1, 'm', '2026-01-01', 'infinity', n % 5 = 0,
         'u' || n % 200, CASE WHEN n % 2 = 0 THEN DATE '2026-01-01' + n % 300 END, DATE '2025-01-01' + n % 300, 0, 0, 0,
         DATE '2025-01-01' + n % 300, CASE WHEN n % 20 <> 0 THEN 'a1' END,
         ARRAY[ROW ('tsb.assessment', DATE '2025-02-01', 12, false, NULL)::rettvei.step_taken]
  FROM generate_series(1, 100000) n`;

beforeAll(async () => {
  store = await testStore();
  await store.database.asOwner(async (client) => {
    await client.query(
      "INSERT INTO rettvei.patient (patient_id) SELECT 'p' || n FROM generate_series(1, 100000) n",
    );
    await client.query(SEEDED);
    await client.query("VACUUM (ANALYZE) rettvei.course_state, rettvei.patient");
  });
});

interface Plan {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly Plan[];
}

function nodes(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

async function planOf(sql: string, values: string, types = ""): Promise<readonly Plan[]> {
  const client = await store.database.pool.connect();
  try {
    // As after a few runs of a prepared statement, when one plan must serve all values.
    await client.query("SET plan_cache_mode = force_generic_plan");
    await client.query(`PREPARE page ${types} AS ${sql}`);
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE page (${values})`);
    return nodes(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    client.release(true);
  }
}

function expectOneRange(plan: readonly Plan[], index: string): void {
  const types = plan.map((node) => node["Node Type"]);
  expect(types).not.toContain("Seq Scan");
  expect(types.filter((type) => /Sort/.test(type))).toEqual([]);
  expect(types.filter((type) => /Bitmap/.test(type))).toEqual([]);
  expect(plan.map((node) => node["Index Name"])).toContain(index);
}

describe("the counts of a work list", () => {
  it.each(WORK_LIST_GROUPS)("of the %s ones look at their index alone", async (group) => {
    const plan = await planOf(COUNTS[group], "'u5', '2026-03-03', 'a1'", "(text, date, text)");
    expect(plan.map((node) => node["Node Type"])).toContain("Index Only Scan");
    expect(plan.map((node) => node["Index Name"])).toContain(`work_list_${group}`);
  });
});

describe("a page of a work list", () => {
  it.each(
    WORK_LIST_GROUPS,
  )("reads the rows of %s from its own index, in order: no scan, no sort", async (group) => {
    const plan = await planOf(
      READ_ROWS[group],
      "'u7', NULL, NULL, NULL, NULL, NULL, NULL, '2026-02-01', 'c1', 51, 0",
    );
    expectOneRange(plan, `work_list_${group}`);
  });

  it("reads the courses that nobody coordinates from an index of their own", async () => {
    const plan = await planOf(READ_NOT_ASSIGNED, "'u7', '2025-02-01', 'c1', 51");
    expectOneRange(plan, "not_assigned");
  });
});

describe("the flow of a unit", () => {
  it("counts what runs there from the ranges of its work list", async () => {
    const plan = await planOf(STANDING, "'u5', NULL, '2026-03-03'", "(text, text, date)");
    const names = plan.map((node) => node["Index Name"]);
    expect(plan.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    expect(names).toEqual(expect.arrayContaining(["work_list_dated", "work_list_undated"]));
  });

  it("counts steps from the range of its courses in which something has happened since", async () => {
    const values = "'u5', NULL, '2025-02-01', '2025-03-01'";
    const plan = await planOf(STEPS, values, "(text, text, date, date)");
    expect(plan.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    expect(plan.map((node) => node["Index Name"])).toContain("course_state_steps");
  });
});

describe("at a start", () => {
  const indexBytes = () =>
    store.database.asOwner(async (client) => {
      const { rows } = await client.query<{ bytes: number }>(
        "SELECT pg_indexes_size('rettvei.course_state')::float8 AS bytes",
      );
      return rows[0]?.bytes ?? 0;
    });

  it("after every course was judged again, indexes are made anew, which they are not for a few", async () => {
    await store.database.asOwner((client) => client.query("REINDEX TABLE rettvei.course_state"));
    const packed = await indexBytes();
    await store.database.asOwner((client) =>
      client.query("UPDATE rettvei.course_state SET judged_by = 'n', next_on = next_on + 1"),
    );
    const swollen = await indexBytes();
    expect(swollen).toBeGreaterThan(1.5 * packed);
    expect(await packStates(store.database, 9_999)).toBe(false);
    expect(await indexBytes()).toBe(swollen);
    expect(await packStates(store.database, 100_000)).toBe(true);
    expect(await indexBytes()).toBeLessThan(1.1 * packed);
  });

  it("a table that was written anew is gone through, so that lists are counted from indexes alone", async () => {
    await store.database.asOwner((client) => client.query("VACUUM FULL rettvei.course_state"));
    expect(await packStates(store.database, 0)).toBe(true);
    expect(await packStates(store.database, 0)).toBe(false);
  });
});
