// Knows how much was typed: registrations by hand, confirmed with one action, and derived from something else.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";

export interface Effort {
  readonly byHand: number;
  readonly confirmed: number;
  readonly derived: number;
}

export interface EffortOfPathway extends Effort {
  readonly pathway: string;
  /** Courses in which anything was registered. */
  readonly courses: number;
}

/** Days of writing, both inclusive, in the reporting zone. */
export interface Period {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

const COUNTS = `
  count(*) FILTER (WHERE r.entered = 'by-hand')::int AS "byHand",
  count(*) FILTER (WHERE r.entered = 'confirmed')::int AS confirmed,
  count(*) FILTER (WHERE r.entered = 'derived')::int AS derived`;

const WRITTEN = `r.entered IS NOT NULL
  AND ($2::date IS NULL OR (r.recorded_at AT TIME ZONE 'Europe/Oslo')::date >= $2)
  AND ($3::date IS NULL OR (r.recorded_at AT TIME ZONE 'Europe/Oslo')::date <= $3)`;

const OF_UNIT = `
  SELECT s.pathway, count(DISTINCT r.course_id)::int AS courses, ${COUNTS}
  FROM rettvei.course_state s JOIN rettvei.record r ON r.course_id = s.course_id
  WHERE s.unit_id = $1 AND ${WRITTEN}
  GROUP BY s.pathway ORDER BY s.pathway COLLATE "C"`;

const OF_COURSE = `SELECT ${COUNTS} FROM rettvei.record r WHERE r.course_id = $1 AND ${WRITTEN}`;

/** Of the courses that are at the unit now, by pathway. What was loaded and not registered here is not counted. */
export async function effortOfUnit(
  client: pg.ClientBase,
  unitId: string,
  { from, to }: Period,
): Promise<readonly EffortOfPathway[]> {
  const values = [unitId, from, to];
  const query = { name: "effort-of-unit", text: OF_UNIT, values };
  return (await client.query<EffortOfPathway>(query)).rows;
}

export async function effortOfCourse(
  client: pg.ClientBase,
  courseId: string,
  { from, to }: Period,
): Promise<Effort> {
  const values = [courseId, from, to];
  const { rows } = await client.query<Effort>({
    name: "effort-of-course",
    text: OF_COURSE,
    values,
  });
  return rows[0] ?? { byHand: 0, confirmed: 0, derived: 0 };
}
