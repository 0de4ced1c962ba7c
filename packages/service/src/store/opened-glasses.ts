// Knows what somebody has opened in an unforeseen situation and may still read, with the courses that are there.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { GlassGround } from "../rights/break-glass.ts";

export interface OpenedGlass {
  readonly glassId: string;
  readonly patientId: string;
  readonly until: string;
  readonly ground: GlassGround;
}

const OPENED = `
  SELECT m.matter_id AS "glassId", m.patient_id AS "patientId", f.body ->> 'until' AS until, f.body ->> 'ground' AS ground
  FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'break-glass-opened'
  WHERE m.person_id = $1 AND m.type = 'break-glass' AND m.open AND (f.body ->> 'until')::timestamptz > $2
  ORDER BY f.seq DESC`;

export async function openedBy(
  client: pg.ClientBase,
  actorId: string,
  now: Date,
): Promise<readonly OpenedGlass[]> {
  const query = { name: "opened-glasses", text: OPENED, values: [actorId, now] };
  return (await client.query<OpenedGlass>(query)).rows;
}

export interface CourseThere {
  readonly courseId: string;
  readonly pathway: string;
  readonly running: boolean;
  readonly unitName: string | null;
  readonly lastEventOn: CalendarDate | null;
}

const THERE = `
  SELECT s.course_id AS "courseId", s.pathway, s.running, u.name AS "unitName",
         to_char(s.last_event_on, 'YYYY-MM-DD') AS "lastEventOn"
  FROM rettvei.course_state s LEFT JOIN rettvei.unit u ON u.unit_id = s.unit_id
  WHERE s.patient_id = $1 ORDER BY s.running DESC, s.last_event_on DESC NULLS LAST, s.course_id`;

/** Courses of the patient that whoever asks may see, those that run first. */
export async function coursesThere(
  client: pg.ClientBase,
  patientId: string,
): Promise<readonly CourseThere[]> {
  const query = { name: "courses-there", text: THERE, values: [patientId] };
  return (await client.query<CourseThere>(query)).rows;
}
