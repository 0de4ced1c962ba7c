// Knows what a unit has to have on paper when the service is down: its running courses, what is next, and whom to call.
import type { CalendarDate, NextDateKind } from "@rettvei/engine";
import type pg from "pg";
import type { TaskRole } from "../course/assignment/assignment.ts";

interface DowntimeHolder {
  readonly role: TaskRole;
  readonly name: string;
  readonly phone: string | null;
}

export interface DowntimeRow {
  readonly patientId: string;
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly pathway: string;
  readonly phase: string | null;
  readonly nextStep: string | null;
  readonly nextOn: CalendarDate | null;
  readonly nextKind: NextDateKind | null;
  readonly lastEvent: string;
  readonly lastEventOn: CalendarDate;
  readonly holders: readonly DowntimeHolder[];
}

// What a patient has blocked for the unit, or its trust's people, is not put on the unit's paper.
const READ = `
  SELECT s.patient_id AS "patientId", p.name, p.birth_year AS "birthYear", s.pathway, s.phase,
         s.next_step AS "nextStep", to_char(s.next_on, 'YYYY-MM-DD') AS "nextOn", s.next_kind AS "nextKind",
         s.last_event AS "lastEvent", to_char(s.last_event_on, 'YYYY-MM-DD') AS "lastEventOn",
         coalesce((
           SELECT json_agg(json_build_object('role', f.body ->> 'role', 'name', f.body ->> 'personName',
                                             'phone', f.body ->> 'phone') ORDER BY f.body ->> 'role')
           FROM rettvei.matter m
           JOIN LATERAL (SELECT body FROM rettvei.fact WHERE matter_id = m.matter_id AND kind = 'assigned'
                         ORDER BY seq DESC LIMIT 1) f ON true
           WHERE m.course_id = s.course_id AND m.type = 'assignment' AND m.open), '[]') AS holders
  FROM rettvei.course_state s
  LEFT JOIN LATERAL (SELECT name, birth_year FROM rettvei.patient WHERE patient_id = s.patient_id LIMIT 1) p ON true
  WHERE s.unit_id = $1 AND s.running
    AND NOT EXISTS (
      SELECT FROM rettvei.matter b JOIN rettvei.fact bf ON bf.matter_id = b.matter_id AND bf.kind = 'block-set'
      WHERE b.patient_id = s.patient_id AND b.type = 'block' AND b.open
        AND (b.course_id IS NULL OR b.course_id = s.course_id)
        AND (b.unit_id = s.unit_id OR bf.body ->> 'organisation' IS NOT NULL))
  ORDER BY s.next_on NULLS LAST, s.last_event_on, s.course_id`;

/** Running courses of a unit, least time left first. The states must hold: see refreshOutlived. */
export async function readDowntimeRows(
  client: pg.ClientBase | pg.Pool,
  unitId: string,
): Promise<readonly DowntimeRow[]> {
  const query = { name: "downtime-rows", text: READ, values: [unitId] };
  return (await client.query<DowntimeRow>(query)).rows;
}

const UNITS =
  'SELECT DISTINCT unit_id AS "unitId" FROM rettvei.course_state WHERE running ORDER BY 1';

/** Units that have running courses. */
export async function readUnitsAtWork(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ unitId: string }>({ name: "units-at-work", text: UNITS });
  return rows.map(({ unitId }) => unitId);
}
