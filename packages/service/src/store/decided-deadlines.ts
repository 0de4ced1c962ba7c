// Knows which records hold a legal deadline that follows from a decision.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";

const DECIDED = `
  SELECT record_id, to_char(legal_deadline, 'YYYY-MM-DD') AS legal_deadline FROM rettvei.record
  WHERE course_id = $1 AND record_id = ANY ($2) AND legal_deadline IS NOT NULL AND from_fact IS NOT NULL`;

/** Legal deadlines by record id, of those of the records that have one. */
export async function decidedDeadlines(
  client: pg.ClientBase,
  courseId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  const query = { name: "decided-deadlines", text: DECIDED, values: [courseId, recordIds] };
  const { rows } = await client.query<{ record_id: string; legal_deadline: CalendarDate }>(query);
  return new Map(rows.map((row) => [row.record_id, row.legal_deadline]));
}
