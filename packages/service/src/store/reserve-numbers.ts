// Knows what is given to a registration before its records are added: their numbers, and the unit that has the course.
import type pg from "pg";
import type { Unit } from "./units.ts";

export interface Reserved {
  /** Rising, of the records in their order. */
  readonly numbers: readonly number[];
  /** Where the course is so far; undefined where it is nowhere yet. */
  readonly unit: Pick<Unit, "unitId" | "name"> | undefined;
}

interface Row {
  readonly numbers: readonly string[];
  readonly unit_id: string | null;
  readonly name: string | null;
}

const RESERVE = `
  SELECT rettvei.reserve_numbers($1) AS numbers, s.unit_id, u.name
  FROM (VALUES ($2::text)) this (course_id)
  LEFT JOIN rettvei.course_state s ON s.course_id = this.course_id
  LEFT JOIN rettvei.unit u ON u.unit_id = s.unit_id`;

/** To be called with the lock of the course's patient, so that the numbers of a course rise with its records. */
export async function reserveNumbers(
  client: pg.ClientBase,
  courseId: string,
  count: number,
): Promise<Reserved> {
  const values = [count, courseId];
  const { rows } = await client.query<Row>({ name: "reserve-numbers", text: RESERVE, values });
  const { numbers = [], unit_id: unitId = null, name = null } = rows[0] ?? {};
  const unit = unitId === null ? undefined : { unitId, name: name ?? unitId };
  return { numbers: numbers.map(Number), unit };
}
