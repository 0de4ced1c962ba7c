// Knows which running courses of a unit nobody coordinates yet: one range of one index.
import type { CalendarDate, NextDateKind } from "@rettvei/engine";
import type pg from "pg";
import type { WorkListPlace } from "./work-list.ts";

export interface NotAssignedRow {
  readonly course_id: string;
  readonly patient_id: string;
  readonly name: string | null;
  readonly birth_year: number | null;
  readonly pathway: string;
  readonly phase: string | null;
  readonly first_on: CalendarDate;
  readonly next_step: string | null;
  readonly next_on: CalendarDate | null;
  readonly next_kind: NextDateKind | null;
}

/** Exported so that a test can ask for its plan. */
export const READ_NOT_ASSIGNED = `
  SELECT s.course_id, s.patient_id, p.name, p.birth_year, s.pathway, s.phase,
         to_char(s.first_on, 'YYYY-MM-DD') AS first_on, s.next_step,
         to_char(s.next_on, 'YYYY-MM-DD') AS next_on, s.next_kind
  FROM rettvei.course_state s
  LEFT JOIN LATERAL (SELECT name, birth_year FROM rettvei.patient WHERE patient_id = s.patient_id LIMIT 1) p ON true
  WHERE s.unit_id = $1 AND running AND coordinator_id IS NULL AND (s.first_on, s.course_id) > ($2::date, $3)
  ORDER BY s.first_on, s.course_id LIMIT $4`;

const COUNT = `
  SELECT count(*)::int AS count FROM rettvei.course_state
  WHERE unit_id = $1 AND running AND coordinator_id IS NULL`;

const BEFORE_ALL: WorkListPlace = { on: "-infinity", courseId: "" };

/** The oldest first, after the place given. The states must hold: see refreshOutlived. */
export async function readNotAssigned(
  client: pg.ClientBase,
  unitId: string,
  { on, courseId }: WorkListPlace = BEFORE_ALL,
  limit: number,
): Promise<readonly NotAssignedRow[]> {
  const values = [unitId, on, courseId, limit];
  const query = { name: "not-assigned", text: READ_NOT_ASSIGNED, values };
  return (await client.query<NotAssignedRow>(query)).rows;
}

export async function countNotAssigned(client: pg.ClientBase, unitId: string): Promise<number> {
  const query = { name: "count-not-assigned", text: COUNT, values: [unitId] };
  return (await client.query<{ count: number }>(query)).rows[0]?.count ?? 0;
}
