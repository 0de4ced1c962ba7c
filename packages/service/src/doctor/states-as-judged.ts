// Knows that what is kept of judging is what judging says: phase, dates and deadlines come out the same again.
import { type CalendarDate, parseCalendarDate } from "@rettvei/engine";
import { statesOf } from "../judging/course-state.ts";
import { judgePatient } from "../judging/judged-patient.ts";
import type { StoredCourse } from "../judging/stored-course.ts";
import { readPatientCourses } from "../store/course-logs.ts";
import { STATE_COLUMNS } from "../store/state-columns.ts";
import type { Examined, Invariant } from "./invariant.ts";

const BATCH = 500;

const PATIENTS =
  "SELECT patient_id FROM rettvei.patient WHERE patient_id > $1 ORDER BY patient_id LIMIT $2";
// The steps as they are written: one text.
const KEPT = `
  SELECT to_jsonb(s) || jsonb_build_object('steps', s.steps::text) AS state
  FROM rettvei.course_state s WHERE patient_id = ANY ($1)`;

type Kept = Readonly<Record<string, unknown>> & {
  readonly course_id: string;
  readonly patient_id: string;
  readonly judged_for: string;
  readonly judged_by: string;
};

async function keptOf(
  { client }: Examined,
  patientIds: readonly string[],
): Promise<readonly Kept[]> {
  const { rows } = await client.query<{ state: Kept }>(KEPT, [patientIds]);
  return rows.map(({ state }) => state);
}

/** Columns that come out otherwise when a patient's courses are judged again for the day they were judged for. */
function troublesOfPatient(
  courses: readonly StoredCourse[],
  kept: readonly Kept[],
  { judging }: Examined,
): readonly string[] {
  const days = [...new Set(kept.map((state) => state.judged_for))];
  const again = days.flatMap((day) => {
    const asOf: CalendarDate = parseCalendarDate(day);
    return statesOf(judgePatient(courses, judging, asOf));
  });
  return kept.flatMap((state) => {
    const same = again.find(
      ({ courseId, judgedFor }) => courseId === state.course_id && judgedFor === state.judged_for,
    );
    if (same === undefined) return [`course ${state.course_id}: expected a log, got a state alone`];
    const wrong = STATE_COLUMNS.filter(({ name, of }) => {
      const expected = of(same, judging.mark) ?? null;
      return expected !== state[name];
    });
    return wrong.map(
      ({ name }) => `course ${state.course_id}: expected ${name} as it is judged, got another`,
    );
  });
}

async function troublesOfBatch(
  examined: Examined,
  patientIds: readonly string[],
): Promise<readonly string[]> {
  const courses = await readPatientCourses(examined.client, patientIds);
  const kept = await keptOf(examined, patientIds);
  const missing = courses.filter(
    ({ courseId }) => !kept.some((state) => state.course_id === courseId),
  );
  const troubles = patientIds.flatMap((id) => {
    const own = kept.filter(
      // Judged by other editions, it is judged again before it is shown.
      (state) => state.patient_id === id && state.judged_by === examined.judging.mark,
    );
    const logs = courses.filter(({ patientId }) => patientId === id);
    return troublesOfPatient(logs, own, examined);
  });
  return [
    ...missing.map(({ courseId }) => `course ${courseId}: expected to be judged, got no state`),
    ...troubles,
  ];
}

export const STATES_AS_JUDGED: Invariant = {
  says: "Every kept state of a course comes out the same when it is judged again.",
  troubles: async (examined) => {
    const troubles: string[] = [];
    for (let after = ""; ; ) {
      const { rows } = await examined.client.query<{ patient_id: string }>(PATIENTS, [
        after,
        BATCH,
      ]);
      if (rows.length === 0) return troubles;
      const ids = rows.map(({ patient_id }) => patient_id);
      troubles.push(...(await troublesOfBatch(examined, ids)));
      after = ids.at(-1) ?? "";
    }
  },
};
