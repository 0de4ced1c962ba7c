// Knows when the audit is sealed while the service runs, and when a checkpoint is laid down elsewhere.
import { appendFileSync } from "node:fs";
import { addJob } from "../../jobs/add-job.ts";
import type { Task } from "../../jobs/run-jobs.ts";
import type { Store } from "../../store/store.ts";
import { sealAudit } from "./seal-audit.ts";
import type { NoteKey } from "./signed-note.ts";

export interface Sealing {
  readonly key: NoteKey;
  /** File to which a checkpoint is added every hour; best on another machine's disk. */
  readonly checkpoints?: string | undefined;
}

const NAME = "seal-audit";
const PAUSE_MS = 3_000;
const HOUR_MS = 3_600_000;

/** Adds the newest checkpoint to the file; nothing while nothing is sealed. */
async function layDown({ database }: Store, file: string): Promise<void> {
  const { rows } = await database.pool.query<{ note: string }>(
    "SELECT note FROM rettvei.audit_checkpoint ORDER BY size DESC LIMIT 1",
  );
  for (const { note } of rows) appendFileSync(file, note, { flush: true });
}

/** Seals, and asks for the next sealing; the minute's own begins anew where that got lost. */
export function sealTask(store: Store, { key, checkpoints }: Sealing): Task {
  let laidDown = 0;
  return {
    name: NAME,
    everyMinute: true,
    work: async () => {
      const sealed = await sealAudit(store, key);
      const now = Date.now();
      if (checkpoints !== undefined && sealed > 0 && now - laidDown >= HOUR_MS) {
        await layDown(store, checkpoints);
        laidDown = now;
      }
      const notBefore = new Date(now + PAUSE_MS);
      await addJob(store.database.pool, { task: NAME, key: "next", attempts: 1, notBefore });
    },
  };
}
