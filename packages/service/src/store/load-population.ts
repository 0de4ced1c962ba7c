// Knows how a whole population goes into an empty store: streamed in batches, judged on the way, all or nothing.
import type { CalendarDate, CourseLog } from "@rettvei/engine";
import type pg from "pg";
import { statesOf } from "../judging/course-state.ts";
import { judgePatient } from "../judging/judged-patient.ts";
import { NOTHING_TOLD, type Patient } from "../judging/stored-course.ts";
import { copyRows } from "./copy-rows.ts";
import { RECORD_COLUMNS } from "./record-columns.ts";
import { judgeAgain } from "./refresh-states.ts";
import { STATE_COLUMNS } from "./state-columns.ts";
import { type Store, today } from "./store.ts";
import { inTransaction } from "./transaction.ts";

/** One course of a population and the patient it belongs to. A patient may come again with another course. */
export interface PopulationCourse {
  readonly patient: Patient;
  readonly log: CourseLog;
}

const BATCH = 2_000;

// A patient may have come before with another course, and COPY cannot step over a row that is there.
const PATIENTS = `
  INSERT INTO rettvei.patient (patient_id, name, birth_year, person_number)
  SELECT "patientId", name, "birthYear", "personNumber"
  FROM jsonb_to_recordset($1::text::jsonb)
    AS patient ("patientId" text, name text, "birthYear" integer, "personNumber" text)
  ON CONFLICT (patient_id) DO NOTHING`;

const LAST_SEQS = `
  SELECT course_id, max(seq) AS seq FROM rettvei.record WHERE course_id = ANY ($1::text[]) GROUP BY course_id`;

const SEVERAL_COURSES = `
  SELECT patient_id FROM rettvei.course WHERE patient_id > $1
  GROUP BY patient_id HAVING count(*) > 1 ORDER BY patient_id LIMIT $2`;

async function copyLogs(client: pg.ClientBase, batch: readonly PopulationCourse[]): Promise<void> {
  await client.query(PATIENTS, [JSON.stringify(batch.map(({ patient }) => patient))]);
  const courses = batch.map(({ log }) => [log.courseId, log.patientId, log.pathway]);
  await copyRows(client, "rettvei.course", ["course_id", "patient_id", "pathway"], courses);
  const records = batch.flatMap(({ log }) =>
    log.records.map((record) => [log.courseId, ...RECORD_COLUMNS.map(({ of }) => of(record))]),
  );
  const names = ["course_id", ...RECORD_COLUMNS.map(({ name }) => name)];
  await copyRows(client, "rettvei.record", names, records);
}

async function lastSeqs(
  client: pg.ClientBase,
  batch: readonly PopulationCourse[],
): Promise<ReadonlyMap<string, number>> {
  const ids = batch.map(({ log }) => log.courseId);
  const { rows } = await client.query<{ course_id: string; seq: string }>(LAST_SEQS, [ids]);
  return new Map(rows.map(({ course_id, seq }) => [course_id, Number(seq)]));
}

const NO_CODES: ReadonlyMap<string, string> = new Map();

/** States of courses judged each by itself: right for all patients but those of several courses. */
async function copyStates(
  { judging }: Store,
  client: pg.ClientBase,
  batch: readonly PopulationCourse[],
  asOf: CalendarDate,
): Promise<void> {
  const seqs = await lastSeqs(client, batch);
  const states = batch.flatMap(({ log }) => {
    const stored = {
      ...log,
      lastSeq: seqs.get(log.courseId) ?? 0,
      codes: NO_CODES,
      told: NOTHING_TOLD,
    };
    return statesOf(judgePatient([stored], judging, asOf));
  });
  const names = STATE_COLUMNS.map(({ name }) => name);
  const rows = states.map((state) => STATE_COLUMNS.map(({ of }) => of(state, judging.mark)));
  await copyRows(client, "rettvei.course_state", names, rows);
}

async function judgeSeveralCourses(
  store: Store,
  client: pg.ClientBase,
  asOf: CalendarDate,
): Promise<void> {
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ patient_id: string }>(SEVERAL_COURSES, [after, BATCH]);
    const ids = rows.map(({ patient_id }) => patient_id);
    const last = ids.at(-1);
    if (last === undefined) return;
    await judgeAgain(store, client, ids, asOf);
    after = last;
  }
}

async function* batches(
  source: AsyncIterable<PopulationCourse> | Iterable<PopulationCourse>,
): AsyncGenerator<readonly PopulationCourse[]> {
  let batch: PopulationCourse[] = [];
  for await (const course of source) {
    batch.push(course);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Adds all courses of the source in one transaction, with their judged states as of today.
 * Throws if a course or record id is in use; then nothing is added. Tells the number of courses read so far.
 */
export async function loadPopulation(
  store: Store,
  source: AsyncIterable<PopulationCourse> | Iterable<PopulationCourse>,
  onProgress: (courses: number) => void = () => undefined,
): Promise<void> {
  const asOf = today(store);
  let courses = 0;
  await inTransaction(store.database.pool, async (client) => {
    for await (const batch of batches(source)) {
      await copyLogs(client, batch);
      await copyStates(store, client, batch, asOf);
      courses += batch.length;
      onProgress(courses);
    }
    await judgeSeveralCourses(store, client, asOf);
  });
  // Fresh statistics and visibility: without them the first lists would be read the slow way.
  await store.database.asOwner((client) =>
    client.query(
      "VACUUM (ANALYZE) rettvei.patient, rettvei.course, rettvei.record, rettvei.course_state",
    ),
  );
}

/** True before the first course. */
export async function isEmpty({ database }: Store): Promise<boolean> {
  const { rows } = await database.pool.query<{ empty: boolean }>(
    "SELECT NOT EXISTS (SELECT FROM rettvei.course) AS empty",
  );
  return rows[0]?.empty ?? true;
}
