// Knows how a job is added: in the transaction of the fact that asks for it, so that neither is there alone.
import type pg from "pg";
import { JOB_SCHEMA } from "./prepare-jobs.ts";

export interface NewJob {
  readonly task: string;
  /** What it works on. A second job for the same takes the place of the first. */
  readonly key: string;
  /** How often it is tried in all. */
  readonly attempts: number;
  /** Not before; as soon as may be where it is left out. */
  readonly notBefore?: Date;
}

const ADD = `
  SELECT FROM ${JOB_SCHEMA}.add_job($1, json_build_object('key', $2::text), job_key := $1 || ' ' || $2,
                                    max_attempts := $3, run_at := coalesce($4::timestamptz, now()))`;

/** The job is done soon after the transaction is committed, and never if it is not. */
export async function addJob(
  client: pg.ClientBase | pg.Pool,
  { task, key, attempts, notBefore }: NewJob,
): Promise<void> {
  await client.query({
    name: "add-job",
    text: ADD,
    values: [task, key, attempts, notBefore ?? null],
  });
}
