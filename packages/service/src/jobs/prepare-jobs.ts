// Knows how the job library's own schema is made beside ours, and what the service's role may do in it.
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { SERVICE_ROLE, SYSTEM_ROLE } from "../store/roles.ts";

/** Where the library keeps its jobs; they hold ids of matters and nothing else. */
export const JOB_SCHEMA = "rettvei_jobs";

/** The library writes to nobody: what goes wrong in a job is a fact of its matter. */
export const SILENT = new Logger(() => () => undefined);

// The library closes its tables by row-level security, for owners only.
const ROLES = `${SERVICE_ROLE}, ${SYSTEM_ROLE}`;
const GRANTS = `
  DO $$
  DECLARE
    held name;
  BEGIN
    GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${ROLES};
    GRANT SELECT ON ${JOB_SCHEMA}.migrations TO ${ROLES};
    FOR held IN
      SELECT relname FROM pg_class WHERE relnamespace = '${JOB_SCHEMA}'::regnamespace AND relkind = 'r' AND relname LIKE '\\_private\\_%'
    LOOP
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ${JOB_SCHEMA}.%I TO ${ROLES}', held);
      IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = format('${JOB_SCHEMA}.%I', held)::regclass
                       AND '${SYSTEM_ROLE}'::regrole = ANY (polroles)) THEN
        EXECUTE format('DROP POLICY IF EXISTS work_of_the_service ON ${JOB_SCHEMA}.%I', held);
        EXECUTE format('CREATE POLICY work_of_the_service ON ${JOB_SCHEMA}.%I TO ${ROLES} USING (true) WITH CHECK (true)', held);
      END IF;
    END LOOP;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO ${ROLES};
  EXCEPTION
    WHEN undefined_object THEN NULL;
  END;
  $$`;

const LOCK = 7_388_351;

/** Brings the library's schema to its version; as the owner. Several programs may try at once. */
export async function prepareJobs(address: pg.ClientConfig): Promise<void> {
  const pool = new pg.Pool({ ...address, application_name: "rettvei owner", max: 2 });
  pool.on("error", () => undefined); // the query that meets it fails with it
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const client = await pool.connect();
    try {
      await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
      await runMigrations({ pgPool: pool, schema: JOB_SCHEMA, logger: SILENT });
      await client.query(GRANTS);
      await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
