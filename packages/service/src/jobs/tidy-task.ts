// Knows the task that throws away what is kept for a time only: kept answers, ended sessions, used proofs, drafts.
import { forgetOldAnswers } from "../store/answered-requests.ts";
import { forgetOldDrafts } from "../store/referral-drafts.ts";
import { forgetOldSessions } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import { forgetProofs } from "../store/used-proofs.ts";
import type { Task } from "./run-jobs.ts";

const HOUR_MS = 3_600_000;
/** So much longer than proofs are accepted that no clock matters. */
const PROOF_KEPT_MS = HOUR_MS;

/** Throws away what is past its time, as retention.json says. */
export async function tidy({ database: { pool } }: Store, now: Date): Promise<void> {
  await forgetOldAnswers(pool, now);
  await forgetOldSessions(pool, now);
  await forgetOldDrafts(pool, now);
  await forgetProofs(pool, new Date(now.getTime() - PROOF_KEPT_MS));
}

/** Once an hour, in whichever program is asked first. */
export function tidyTask(store: Store): Task {
  let last = Number.NEGATIVE_INFINITY;
  return {
    name: "tidy",
    everyMinute: true,
    work: async () => {
      const now = store.now();
      if (now.getTime() - last < HOUR_MS) return;
      await tidy(store, now);
      last = now.getTime();
    },
  };
}
