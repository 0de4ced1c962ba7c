// Knows how a test registers without HTTP: in a transaction of its own, in the course as it is now.

import type { NewRecord } from "../registration/new-records.ts";
import {
  type NewCourse,
  openCourse as openIn,
  preview as previewIn,
  type Registered,
  register as registerIn,
} from "../registration/register.ts";
import type { Entry } from "../store/append-records.ts";
import type { Store } from "../store/store.ts";
import { inTransaction } from "../store/transaction.ts";

const ENTRY: Entry = { recordedBy: "tester", entered: "by-hand" };

async function lastSeq({ database }: Store, courseId: string): Promise<number> {
  const { rows } = await database.pool.query(
    "SELECT coalesce(max(seq), 0)::int AS seq FROM rettvei.record WHERE course_id = $1",
    [courseId],
  );
  return rows[0].seq;
}

/** Adds records to the course as it is now. */
export async function register(
  store: Store,
  courseId: string,
  records: readonly NewRecord[],
): Promise<Registered> {
  const seen = await lastSeq(store, courseId);
  return inTransaction(store.database.pool, (client) =>
    registerIn(store, client, { courseId, seen, records }, ENTRY),
  );
}

/** The same, and reads the course again as often as somebody was faster. */
export async function registerAtLast(
  store: Store,
  courseId: string,
  records: readonly NewRecord[],
): Promise<Registered> {
  return register(store, courseId, records).catch((refused: { readonly code?: string }) => {
    if (refused.code !== "stale") throw refused;
    return registerAtLast(store, courseId, records);
  });
}

export function openCourse(store: Store, course: NewCourse): Promise<Registered> {
  return inTransaction(store.database.pool, (client) => openIn(store, client, course, ENTRY));
}

export function preview(
  store: Store,
  courseId: string,
  records: readonly NewRecord[],
): Promise<Registered> {
  return inTransaction(store.database.pool, (client) =>
    previewIn(store, client, courseId, records),
  );
}
