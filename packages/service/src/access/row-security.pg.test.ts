// Proves the second layer of access: the database shows a request nothing but what whoever asks may see.
import { course } from "@rettvei/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPopulation } from "../store/load-population.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import {
  asPopulation,
  closeStores,
  renamed,
  type TestStore,
  testStore,
} from "../testing/test-store.ts";
import { actAs } from "./acting.ts";
import type { Actor } from "./actor.ts";
import { asSystem, inRequest } from "./as-system.ts";

closeStores("after all");
let store: TestStore;

const UNITS = Array.from({ length: 20 }, (_, n) => `u${n}`);

function coordinatorOf(unitId: string): Actor {
  return { ...COORDINATOR, actorId: `coordinator-${unitId}`, unitIds: [unitId] };
}

beforeAll(async () => {
  store = await testStore("2026-06-30");
  const logs = UNITS.flatMap((unitId) =>
    Array.from({ length: 3 }, (_, n) => {
      const { log } = course("tsb").with("pathway-start", "2026-06-01", { unitId });
      return renamed(log, `${unitId}-${n}`);
    }),
  );
  await loadPopulation(store, asPopulation(logs));
});

const TABLES = ["patient", "course", "record", "fact", "matter", "course_state"];
const WITHOUT_PATIENTS = [
  // Names of units, of persons and machines, of their roles and logins; steps of the schema; seals.
  /^unit$/,
  /^actor/,
  /^role_grant/,
  /^login_attempt$/,
  /^session$/,
  /^used_proof$/,
  /^migration$/,
  /^(audit_)?(seal|checkpoint|leaf|node|tree)/,
];

describe("the database", () => {
  it("holds every table with something of patients to row security, also for its owner", async () => {
    const { rows } = await store.database.pool.query<{ name: string; forced: boolean }>(
      `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS forced FROM pg_class
       WHERE relnamespace = 'rettvei'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const open = rows.filter(({ forced }) => !forced).map(({ name }) => name);
    const strange = open.filter((name) => !WITHOUT_PATIENTS.some((known) => known.test(name)));
    expect(strange).toEqual([]);
    expect(rows.filter(({ forced }) => forced).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...TABLES, "audit_entry", "answered_request"]),
    );
  });

  it("has no view that shows its owner's sight", async () => {
    const { rows } = await store.database.pool.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'rettvei'::regnamespace AND relkind IN ('v', 'm')
         AND NOT coalesce(reloptions, '{}') @> '{security_invoker=true}'`,
    );
    expect(rows).toEqual([]);
  });

  it("answers requests as a role that owns nothing, is no superuser and goes past no row security", async () => {
    const { rows } = await store.database.requests.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin,
              EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns,
              pg_has_role(r.oid, 'rettvei_system', 'MEMBER') AS system
       FROM pg_roles r WHERE rolname = current_user`,
    );
    const none = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: false };
    expect(rows).toEqual([{ rolname: "rettvei_service", ...none, system: false }]);
  });

  it("gives the system rights of its own to all that the service may, and to every row", async () => {
    const given = (role: string): string => `
      SELECT relkind::text AS kind, oid::regclass::text AS what, a.privilege_type AS may FROM pg_class, aclexplode(relacl) a
      WHERE relnamespace::regnamespace::text LIKE 'rettvei%' AND a.grantee = '${role}'::regrole
      UNION ALL
      SELECT 'function', oid::regprocedure::text, a.privilege_type FROM pg_proc, aclexplode(proacl) a
      WHERE pronamespace::regnamespace::text LIKE 'rettvei%' AND a.grantee = '${role}'::regrole
      UNION ALL
      SELECT 'schema', nspname, a.privilege_type FROM pg_namespace, aclexplode(nspacl) a
      WHERE nspname LIKE 'rettvei%' AND a.grantee = '${role}'::regrole`;
    const { pool } = store.database;
    const service = await pool.query(given("rettvei_service"));
    expect(service.rows.length).toBeGreaterThan(50);
    const missing = await pool.query(
      `(${given("rettvei_service")}) EXCEPT (${given("rettvei_system")})`,
    );
    expect(missing.rows).toEqual([]);
    const closed = await pool.query(
      `SELECT oid::regclass::text AS what FROM pg_class
       WHERE relnamespace::regnamespace::text LIKE 'rettvei%' AND relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)
         AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND 'rettvei_system'::regrole = ANY (polroles))`,
    );
    expect(closed.rows).toEqual([]);
  });

  it.each(TABLES)("shows nothing of %s to a request before it is said who asks", async (table) => {
    const count = `SELECT count(*)::int AS n FROM rettvei.${table}`;
    const { rows } = await store.database.requests.query(count);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each(TABLES)("lets a request add nothing to %s past the places that add", async (table) => {
    const add = inRequest(store, async (client) => {
      await actAs(store, client, coordinatorOf("u1"), null);
      const row = `jsonb_populate_record(NULL::rettvei.${table}, '{}')`;
      await client.query(`INSERT INTO rettvei.${table} SELECT (${row}).*`);
    });
    await expect(add).rejects.toMatchObject({ code: expect.stringMatching(/^42501|^428C9/) });
  });
});

describe("many at once on few connections", () => {
  it("see their own and nothing else: 1,000 users on 8 connections, every tenth fails", async () => {
    store.database.requests.options.max = 8;
    // To wait for one of them is no failure, however busy the machine is.
    store.database.requests.options.connectionTimeoutMillis = 0;
    const ask = async (n: number): Promise<readonly string[]> => {
      const unitId = UNITS[n % UNITS.length] ?? "";
      return inRequest(store, async (client) => {
        await actAs(store, client, coordinatorOf(unitId), null);
        const self = await client.query("SELECT rettvei.my_self() AS self");
        const { rows } = await client.query<{ unit_id: string; name: string }>(
          "SELECT unit_id FROM rettvei.course_state ORDER BY course_id",
        );
        // In between somebody else's work on the same connection, which sees everything.
        const all = await asSystem(client, () =>
          client.query("SELECT count(*)::int AS n FROM rettvei.course_state"),
        );
        expect(all.rows).toEqual([{ n: 60 }]);
        if (n % 10 === 0) throw new Error(`thrown on purpose ${n}`);
        const again = await client.query("SELECT unit_id FROM rettvei.course_state");
        expect(again.rowCount).toBe(3);
        return [self.rows[0].self, ...rows.map((row) => row.unit_id)];
      });
    };
    const done = await Promise.allSettled(Array.from({ length: 1_000 }, (_, n) => ask(n)));
    const failed = done.filter(({ status }) => status === "rejected");
    expect(failed).toHaveLength(100);
    const wrong = done.filter((one, n) => {
      const unitId = UNITS[n % UNITS.length];
      const right = [`coordinator-${unitId}`, unitId, unitId, unitId];
      return one.status === "fulfilled" && one.value.join() !== right.join();
    });
    expect(wrong).toEqual([]);
    expect(store.database.requests.totalCount).toBeLessThanOrEqual(8);
    const { rows } = await store.database.requests.query(
      "SELECT count(*)::int AS n FROM rettvei.course_state",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
