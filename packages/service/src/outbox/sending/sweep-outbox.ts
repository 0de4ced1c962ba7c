// Knows which messages are to be sent and have no job that would: after a restore, a kill, or a change of set-up.
import type pg from "pg";
import { JOB_SCHEMA } from "../../jobs/prepare-jobs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { addSending, SEND_TASK } from "../write-message.ts";

// A job that somebody holds for longer than any attempt takes is held by a program that is no more.
const WITHOUT_JOB = `
  SELECT m.matter_id
  FROM rettvei.matter m
  JOIN rettvei.fact f ON f.seq = m.last_seq
  LEFT JOIN ${JOB_SCHEMA}._private_jobs j ON j.key = $1 || ' ' || m.matter_id
  WHERE m.type = 'message' AND m.open AND m.state = 'written'
    AND (j.id IS NULL OR j.attempts >= j.max_attempts AND j.locked_at IS NULL
         OR j.locked_at < now() - make_interval(secs => $2))
    AND ($3 OR f.kind <> 'message-waiting')
  ORDER BY m.last_seq LIMIT 10000`;

export interface Sweep {
  /** Seconds after which a job that is held counts as left behind. */
  readonly heldFor: number;
  /** Also those that wait for another set-up. */
  readonly waiting: boolean;
}

export const EVERY_MINUTE: Sweep = { heldFor: 300, waiting: false };
export const AT_START: Sweep = { heldFor: 0, waiting: true };

/** Gives each of them a job. Answers how many. */
export async function sweepOutbox(pool: pg.Pool, { heldFor, waiting }: Sweep): Promise<number> {
  return inTransaction(pool, async (client) => {
    const values = [SEND_TASK, heldFor, waiting];
    const { rows } = await client.query<{ matter_id: string }>(WITHOUT_JOB, values);
    for (const { matter_id: messageId } of rows) await addSending(client, messageId);
    return rows.length;
  });
}
