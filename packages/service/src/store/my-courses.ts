// Knows which courses somebody may see as a patient, or for one, and in what relation to the patient.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { WayToAct } from "../access/representation.ts";

export interface MyCourse {
  readonly courseId: string;
  readonly patientId: string;
  readonly name: string | null;
  readonly pathway: string;
  readonly running: boolean;
  readonly lastEventOn: CalendarDate | null;
  readonly firstOn: CalendarDate | null;
  /** Null where nobody has described the unit. */
  readonly unitName: string | null;
}

// What the transaction may see was worked out when it began; only of that the index is asked.
const MINE = `
  SELECT s.course_id AS "courseId", s.patient_id AS "patientId", p.name, c.pathway, s.running,
         s.last_event_on::text AS "lastEventOn", s.first_on::text AS "firstOn", u.name AS "unitName"
  FROM rettvei.course c
  JOIN rettvei.course_state s ON s.course_id = c.course_id
  JOIN rettvei.patient p ON p.patient_id = c.patient_id
  LEFT JOIN rettvei.unit u ON u.unit_id = s.unit_id
  WHERE c.course_id = ANY ((SELECT rettvei.my_courses())::text[])
  ORDER BY s.running DESC, s.last_event_on DESC NULLS LAST, s.course_id
  LIMIT 100`;

export async function readMyCourses(client: pg.ClientBase): Promise<readonly MyCourse[]> {
  return (await client.query<MyCourse>({ name: "my-courses", text: MINE })).rows;
}

const ACTS_AS = `
  SELECT m.patient_id AS "patientId", m.course_id AS "courseId", f.body ->> 'actsAs' AS "actsAs"
  FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'representation-set'
  WHERE m.person_id = $1 AND m.open AND m.type = 'representation' AND (m.due_on IS NULL OR m.due_on >= $2)
  ORDER BY m.matter_id`;

interface ActsAs {
  readonly patientId: string;
  readonly courseId: string | null;
  readonly actsAs: WayToAct;
}

/** How somebody acts for others, as far as the transaction may see it. */
export async function readActsAs(
  client: pg.ClientBase,
  actorId: string,
  day: CalendarDate,
): Promise<readonly ActsAs[]> {
  const query = { name: "acts-as", text: ACTS_AS, values: [actorId, day] };
  return (await client.query<ActsAs>(query)).rows;
}

const BORN = `
  SELECT coalesce(birth_date, rettvei.birth_date_in(person_number), make_date(birth_year, 12, 31))::text AS born
  FROM rettvei.patient WHERE patient_id = $1`;

/** Day of birth; where only the year is known, its last. */
export async function readBorn(
  client: pg.ClientBase,
  patientId: string,
): Promise<CalendarDate | undefined> {
  const query = { name: "born", text: BORN, values: [patientId] };
  const { rows } = await client.query<{ born: CalendarDate | null }>(query);
  return rows[0]?.born ?? undefined;
}
