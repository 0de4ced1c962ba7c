// Knows what somebody may have changed in the schema that takes a promise away: durability, append-only, privacy.
import type pg from "pg";
import { RETENTION } from "../kept/retention.ts";
import type { Unsafe } from "./unsafe.ts";

interface Found {
  readonly table: string;
}

interface Check {
  readonly sql: string;
  readonly expected: string;
  readonly found: string;
  readonly advice: string;
}

const OURS = "relnamespace = 'rettvei'::regnamespace AND relkind = 'r'";

const APPEND_ONLY = Object.entries(RETENTION.tables)
  .filter(([, { appendOnly }]) => appendOnly)
  .map(([table]) => `'${table}'`);

const CHECKS: readonly Check[] = [
  {
    sql: `SELECT relname AS table FROM pg_class WHERE ${OURS} AND relpersistence <> 'p' ORDER BY 1`,
    expected: "a table that is logged",
    found: "UNLOGGED",
    advice: "it would be empty after a crash: ALTER TABLE … SET LOGGED",
  },
  {
    sql: `SELECT name AS table FROM unnest(ARRAY[${APPEND_ONLY.join()}]) name
          WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('rettvei.' || name)
            AND tgfoid = 'rettvei.refuse_change()'::regprocedure AND tgenabled = 'A') ORDER BY 1`,
    expected: "its append-only trigger enabled always",
    found: "it missing, disabled or weakened",
    advice:
      "find out who did it and what was changed since, then ALTER TABLE … ENABLE ALWAYS TRIGGER",
  },
  {
    sql: `SELECT relname AS table FROM pg_class WHERE ${OURS} AND NOT relrowsecurity
            AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid) ORDER BY 1`,
    expected: "row-level security",
    found: "it switched off",
    advice: "find out who did it, then ALTER TABLE … ENABLE ROW LEVEL SECURITY",
  },
  {
    sql: `SELECT DISTINCT relname AS table FROM pg_class, aclexplode(relacl) WHERE ${OURS} AND grantee = 0 ORDER BY 1`,
    expected: "no rights for everybody",
    found: "rights of PUBLIC",
    advice: "REVOKE ALL ON TABLE … FROM PUBLIC",
  },
];

/** What is unsafe about the tables as they are. */
export async function unsafeTables(client: pg.ClientBase): Promise<readonly Unsafe[]> {
  const problems: Unsafe[] = [];
  for (const { sql, ...check } of CHECKS) {
    const { rows } = await client.query<Found>(sql);
    problems.push(...rows.map(({ table }) => ({ ...check, what: `database: table ${table}` })));
  }
  return problems;
}
