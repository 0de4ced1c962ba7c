// Knows which other courses of a pathway a patient has had, of those that whoever asks may see.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";

export interface EarlierCourse {
  readonly courseId: string;
  readonly edition: CalendarDate | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly running: boolean;
  readonly firstOn: CalendarDate | null;
  readonly lastEvent: string | null;
  readonly lastEventOn: CalendarDate | null;
}

const READ = `
  SELECT s.course_id AS "courseId", to_char(s.edition, 'YYYY-MM-DD') AS edition, s.unit_id AS "unitId", u.name AS "unitName", s.running,
         to_char(s.first_on, 'YYYY-MM-DD') AS "firstOn", s.last_event AS "lastEvent",
         to_char(s.last_event_on, 'YYYY-MM-DD') AS "lastEventOn"
  FROM rettvei.course_state s LEFT JOIN rettvei.unit u USING (unit_id)
  WHERE s.patient_id = $1 AND s.course_id <> $2 AND s.pathway = $3
  ORDER BY s.first_on DESC, s.course_id LIMIT 50`;

/** The newest first. */
export async function readEarlierCourses(
  client: pg.ClientBase,
  course: { readonly patientId: string; readonly courseId: string; readonly pathway: string },
): Promise<readonly EarlierCourse[]> {
  const values = [course.patientId, course.courseId, course.pathway];
  const query = { name: "earlier-courses", text: READ, values };
  return (await client.query<EarlierCourse>(query)).rows;
}
