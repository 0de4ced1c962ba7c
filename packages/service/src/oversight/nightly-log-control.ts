// Knows that the accesses of yesterday are gone through by themselves, wherever somebody controls the log.
import { addDays } from "@rettvei/engine";
import { SERVICE } from "../access/actor.ts";
import { knownMatters } from "../facts/known-matters.ts";
import type { Task } from "../jobs/run-jobs.ts";
import { organisationsWith } from "../store/role-grants.ts";
import { type Store, today } from "../store/store.ts";
import { inTransaction } from "../store/transaction.ts";
import { examineAccesses, nightlyId } from "./examine-accesses.ts";

/** Goes through yesterday where nobody has. */
export async function examineYesterday(store: Store): Promise<void> {
  const { pool } = store.database;
  const yesterday = addDays(today(store), -1);
  for (const organisation of await organisationsWith(pool, "log-controller", store.now())) {
    const examination = { organisation, from: yesterday, to: yesterday };
    const id = nightlyId(organisation, yesterday);
    if ((await knownMatters(pool, [id])).has(id)) continue;
    await inTransaction(pool, (client) =>
      examineAccesses({ store, client, actor: SERVICE }, examination, id),
    );
  }
}

/** Asked every minute, and done once a day. */
export function logControlTask(store: Store): Task {
  return { name: "log-control", everyMinute: true, work: () => examineYesterday(store) };
}
