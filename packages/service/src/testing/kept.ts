// Knows how a test looks at what the store keeps: records and judged states.
import type { LogRecord } from "@rettvei/engine";
import { expect } from "vitest";
import { type CourseState, statesOf } from "../judging/course-state.ts";
import { judgePatient } from "../judging/judged-patient.ts";
import { readPatientCourses } from "../store/course-logs.ts";
import { type Store, today } from "../store/store.ts";

/** All records of a course, in the order of arrival. */
export async function keptRecords(
  { database }: Store,
  courseId: string,
): Promise<readonly LogRecord[]> {
  const { rows } = await database.pool.query(
    "SELECT patient_id FROM rettvei.course WHERE course_id = $1",
    [courseId],
  );
  const logs = await readPatientCourses(database.pool, [rows[0].patient_id]);
  return logs.find((log) => log.courseId === courseId)?.records ?? [];
}

/** What is kept of judging a patient's courses. */
export async function keptStates({ database }: Store, patientId: string): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT course_id, last_seq::int, running, unit_id, phase, to_char(next_on, 'YYYY-MM-DD') AS next_on, why_rule,
            last_event, errors, warnings, infos, to_char(judged_for, 'YYYY-MM-DD') AS judged_for
     FROM rettvei.course_state WHERE patient_id = $1 ORDER BY course_id`,
    [patientId],
  );
  return rows;
}

function asKept(state: CourseState): unknown {
  return {
    course_id: state.courseId,
    last_seq: state.lastSeq,
    running: state.running,
    unit_id: state.unitId,
    phase: state.phase ?? null,
    next_on: state.nextOn ?? null,
    why_rule: state.why?.ruleId ?? null,
    last_event: state.lastEvent ?? null,
    errors: state.findings.error,
    warnings: state.findings.warning,
    infos: state.findings.info,
    judged_for: state.judgedFor,
  };
}

/** Holds what is kept of judging a patient's courses to what judging them now would give. */
export async function expectFresh(store: Store, patientId: string): Promise<void> {
  const logs = await readPatientCourses(store.database.pool, [patientId]);
  const judged = statesOf(judgePatient(logs, store.judging, today(store)));
  expect(await keptStates(store, patientId)).toEqual(judged.map(asKept));
}
