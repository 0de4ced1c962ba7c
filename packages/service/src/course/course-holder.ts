// Knows who has a course now: its unit, and whoever coordinates it and treats the patient, as far as somebody does.
import type pg from "pg";
import { assignmentId, type TaskRole } from "./assignment/assignment.ts";

export interface CourseHolder {
  readonly unitId: string;
  readonly coordinatorId: string | null;
  readonly practitionerId: string | null;
}

const HOLDER = `
  SELECT s.unit_id, c.person_id AS coordinator_id, p.person_id AS practitioner_id
  FROM rettvei.course_state s
  LEFT JOIN rettvei.matter c ON c.matter_id = $2 AND c.open
  LEFT JOIN rettvei.matter p ON p.matter_id = $3 AND p.open
  WHERE s.course_id = $1`;

interface Row {
  readonly unit_id: string;
  readonly coordinator_id: string | null;
  readonly practitioner_id: string | null;
}

export async function courseHolder(client: pg.ClientBase, courseId: string): Promise<CourseHolder> {
  const held = (role: TaskRole): string => assignmentId(courseId, role);
  const values = [courseId, held("coordinator"), held("practitioner")];
  const { rows } = await client.query<Row>({ name: "course-holder", text: HOLDER, values });
  const [row] = rows;
  if (row === undefined) throw new Error("bug: a course that was never judged");
  return {
    unitId: row.unit_id,
    coordinatorId: row.coordinator_id,
    practitionerId: row.practitioner_id,
  };
}
