// Knows which courses are shared with a municipal unit, with where the follow-up plan of each stands.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { SharedThing } from "../course/sharing/sharing.ts";

export interface SharedCourse {
  readonly courseId: string;
  readonly patientId: string;
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly pathway: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly ground: string;
  /** Null: all that the role may see. */
  readonly what: readonly SharedThing[] | null;
  readonly followUpId: string | null;
  readonly followUpState: "sent" | "received" | null;
  readonly confirmBy: CalendarDate | null;
}

// A course may be shared twice: for its follow-up plan, and for more.
const READ = `
  SELECT m.course_id AS "courseId", m.patient_id AS "patientId", p.name, p.birth_year AS "birthYear", c.pathway,
         to_char(f.happened_on, 'YYYY-MM-DD') AS "from", to_char(m.due_on, 'YYYY-MM-DD') AS "until",
         f.body ->> 'ground' AS ground, f.body -> 'what' AS what,
         p2.matter_id AS "followUpId", p2.state AS "followUpState", to_char(p2.due_on, 'YYYY-MM-DD') AS "confirmBy"
  FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'shared'
  JOIN rettvei.course c ON c.course_id = m.course_id
  JOIN rettvei.patient p ON p.patient_id = m.patient_id
  LEFT JOIN rettvei.matter p2 ON p2.course_id = m.course_id AND p2.type = 'follow-up-plan' AND p2.unit_id = m.unit_id
  WHERE m.unit_id = $1 AND m.type = 'sharing' AND m.open AND m.state = 'municipality'
    AND (m.due_on IS NULL OR m.due_on >= $2)
  ORDER BY f.seq DESC LIMIT $3`;

/** The newest first. */
export async function readSharedWithUnit(
  client: pg.ClientBase,
  unitId: string,
  asOf: CalendarDate,
  limit: number,
): Promise<readonly SharedCourse[]> {
  const query = { name: "shared-with-unit", text: READ, values: [unitId, asOf, limit] };
  return (await client.query<SharedCourse>(query)).rows;
}
