// Knows which courses of a unit have something that its leader should see.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";

export interface CourseAtUnit {
  readonly course_id: string;
  readonly patient_id: string;
}

// What was taken away or replaced, postponed, or given another legal deadline.
const TOUCHED = `
  SELECT s.course_id, s.patient_id FROM rettvei.course_state s
  WHERE s.unit_id = $1 AND (
    EXISTS (SELECT FROM rettvei.record r WHERE r.course_id = s.course_id
            AND (r.corrects IS NOT NULL OR r.voids IS NOT NULL OR r.event = ANY ($2)))
    OR EXISTS (SELECT FROM rettvei.fact f WHERE f.course_id = s.course_id AND f.kind = 'legal-deadline-moved'))
  ORDER BY s.course_id LIMIT $3`;

/** Courses of the unit whose dates may have been moved. */
export async function touchedCourses(
  client: pg.ClientBase,
  unitId: string,
  postponements: readonly string[],
  limit: number,
): Promise<readonly CourseAtUnit[]> {
  const query = { name: "touched-courses", text: TOUCHED, values: [unitId, postponements, limit] };
  return (await client.query<CourseAtUnit>(query)).rows;
}

const ODD = `
  SELECT course_id, patient_id FROM rettvei.course_state
  WHERE unit_id = $1 AND running AND errors + warnings + infos > 0 ORDER BY course_id LIMIT $2`;

/** Running courses of the unit with a finding. */
export async function coursesWithFindings(
  client: pg.ClientBase,
  unitId: string,
  limit: number,
): Promise<readonly CourseAtUnit[]> {
  const query = { name: "courses-with-findings", text: ODD, values: [unitId, limit] };
  return (await client.query<CourseAtUnit>(query)).rows;
}

/** Who wrote a record, and how it came to be written. */
export interface Writer {
  readonly recorded_by: string | null;
  readonly entered: "by-hand" | "confirmed" | "derived" | null;
}

/** By record id, of all records of the courses. */
export async function writersOf(
  client: pg.ClientBase,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, Writer>> {
  const text =
    "SELECT record_id, recorded_by, entered FROM rettvei.record WHERE course_id = ANY ($1::text[])";
  const query = { name: "writers-of", text, values: [courseIds] };
  const { rows } = await client.query<Writer & { record_id: string }>(query);
  return new Map(rows.map((row) => [row.record_id, row]));
}

export interface BulkRow {
  readonly recorded_by: string;
  readonly on: CalendarDate;
  readonly courses: number;
}

const BULK = `
  SELECT r.recorded_by, to_char(r.recorded_at AT TIME ZONE 'Europe/Oslo', 'YYYY-MM-DD') AS "on",
         count(DISTINCT r.course_id)::int AS courses
  FROM rettvei.course_state s JOIN rettvei.record r ON r.course_id = s.course_id
  WHERE s.unit_id = $1 AND r.event = $2 AND r.recorded_by IS NOT NULL
  GROUP BY 1, 2 HAVING count(DISTINCT r.course_id) >= $3 ORDER BY 2 DESC, 1`;

/** Days on which one person ended many courses of the unit. */
export async function bulkClosings(
  client: pg.ClientBase,
  unitId: string,
  { endEvent, many }: { readonly endEvent: string; readonly many: number },
): Promise<readonly BulkRow[]> {
  const query = { name: "bulk-closings", text: BULK, values: [unitId, endEvent, many] };
  return (await client.query<BulkRow>(query)).rows;
}
