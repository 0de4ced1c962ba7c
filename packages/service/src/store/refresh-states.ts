// Knows how states that no longer hold are judged again: when a list is read, and when the service starts.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import { statesOf } from "../judging/course-state.ts";
import { judgePatient } from "../judging/judged-patient.ts";
import type { StoredCourse } from "../judging/stored-course.ts";
import { readPatientCourses } from "./course-logs.ts";
import { keepStates, patientsMissing, patientsOutlived } from "./course-states.ts";
import type { Store } from "./store.ts";
import { inTransaction, lockPatients } from "./transaction.ts";

const BATCH = 500;

/** Told after each batch how many states were kept so far. */
export type TellJudged = (judged: number) => void;

function byPatient(courses: readonly StoredCourse[]): readonly (readonly StoredCourse[])[] {
  const groups = new Map<string, StoredCourse[]>();
  for (const course of courses) {
    const group = groups.get(course.patientId);
    if (group === undefined) groups.set(course.patientId, [course]);
    else group.push(course);
  }
  return [...groups.values()];
}

/**
 * Judges these patients' courses as of the date and keeps the states; nobody adds to them until the transaction ends.
 * Gives how many states were kept.
 */
export function judgeAgain(
  { judging }: Store,
  client: pg.ClientBase,
  patientIds: readonly string[],
  asOf: CalendarDate,
): Promise<number> {
  return asSystem(client, async () => {
    await lockPatients(client, patientIds);
    const groups = byPatient(await readPatientCourses(client, patientIds));
    const states = groups.flatMap((logs) => statesOf(judgePatient(logs, judging, asOf)));
    await keepStates(client, states, judging.mark);
    return states.length;
  });
}

/** Judges the patients found, some at a time, until there are none. Gives how many states were kept. */
async function untilNone(
  store: Store,
  asOf: CalendarDate,
  find: (after: string) => Promise<readonly string[]>,
  tell: TellJudged = () => undefined,
): Promise<number> {
  let kept = 0;
  for (let ids = await find(""); ids.length > 0; ids = await find(ids.at(-1) ?? "")) {
    const found = ids;
    kept += await inTransaction(store.database.pool, (client) =>
      judgeAgain(store, client, found, asOf),
    );
    tell(kept);
  }
  return kept;
}

function judgeOutlived(store: Store, asOf: CalendarDate, tell?: TellJudged): Promise<number> {
  const { pool } = store.database;
  const find = () => patientsOutlived(pool, store.judging.mark, asOf, BATCH);
  return untilNone(store, asOf, find, tell);
}

/** Makes every kept state hold at `asOf`. Where all do, which is nearly always, one probe of an index. */
export async function refreshOutlived(store: Store, asOf: CalendarDate): Promise<void> {
  await judgeOutlived(store, asOf);
}

/**
 * The same, and judges what was never judged or was judged for a later day. Reads all states: for the start.
 * Gives how many states were kept.
 */
export async function refreshAll(
  store: Store,
  asOf: CalendarDate,
  tell: TellJudged = () => undefined,
): Promise<number> {
  const { pool } = store.database;
  const outlived = await judgeOutlived(store, asOf, tell);
  const find = (after: string) => patientsMissing(pool, asOf, after, BATCH);
  return outlived + (await untilNone(store, asOf, find, (judged) => tell(outlived + judged)));
}
