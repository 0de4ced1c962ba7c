// Knows that the database is set up and built as it must be, also since the start: settings, tables, indexes, sorting.
import { unsafeClock } from "../safety/clock.ts";
import { readSettings, unsafeSettings } from "../safety/server-settings.ts";
import { unsafeTables } from "../safety/tables.ts";
import type { Examined, Invariant } from "./invariant.ts";

const BROKEN = `
  SELECT 'index ' || indexrelid::regclass || ': expected a valid index, got one that is not; REINDEX it' AS trouble
  FROM pg_index WHERE NOT (indisvalid AND indisready)
    AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'rettvei'::regnamespace)
  UNION ALL
  SELECT 'sorting: expected version ' || datcollversion || ', got ' || pg_database_collation_actual_version(oid) ||
    '; REINDEX the database, then ALTER DATABASE … REFRESH COLLATION VERSION'
  FROM pg_database WHERE datname = current_database()
    AND datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)
  UNION ALL
  SELECT 'login: expected one that sees every row, got ' || current_user || '; GRANT rettvei_system TO it with INHERIT'
  WHERE row_security_active('rettvei.record')
    AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rettvei_system' AND pg_has_role(oid, 'USAGE'))`;

async function brokenParts({ client }: Examined): Promise<readonly string[]> {
  const { rows } = await client.query<{ trouble: string }>(BROKEN);
  return rows.map(({ trouble }) => trouble);
}

export const SERVER_SOUND: Invariant = {
  says: "The database server and the schema are as safe as a start demands.",
  troubles: async (examined) => {
    const { client, kind } = examined;
    const unsafe = [
      ...unsafeSettings(await readSettings(client), kind),
      ...(await unsafeTables(client)),
      ...(await unsafeClock(client)),
    ];
    const lines = unsafe.map(
      ({ what, expected, found, advice }) =>
        `${what}: expected ${expected}, got ${found}; ${advice}`,
    );
    return [...lines, ...(await brokenParts(examined))];
  },
};
