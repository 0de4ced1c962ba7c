// Knows how courses of a work list are searched for by a patient's name or year of birth.
import type pg from "pg";
import { holderOf, WORK_LIST_COLUMNS, type WorkListOf, type WorkListRow } from "./work-list.ts";

// Every word is part of the name, or the year of birth; a patient without a name is called by the id.
const MATCHES = `
  NOT EXISTS (
    SELECT FROM unnest($2::text[]) word
    WHERE strpos(lower(coalesce(p.name, p.patient_id)), word) = 0 AND NOT coalesce(starts_with(p.birth_year::text, word), false))`;

const searchIn = (whose: string): string => `
  SELECT ${WORK_LIST_COLUMNS}
  FROM rettvei.course_state s JOIN rettvei.patient p ON p.patient_id = s.patient_id
  WHERE ${whose} AND s.running AND ${MATCHES}
  ORDER BY s.next_on NULLS LAST, s.course_id LIMIT $3`;

const AT_UNIT = searchIn("s.unit_id = $1");
const OF_PERSON = searchIn(`s.course_id IN (
  SELECT m.course_id FROM rettvei.matter m WHERE m.person_id = $1 AND m.type = 'assignment' AND m.open)`);

/** Running courses of the list whose patient every word fits, least time left first. */
export async function searchWorkList(
  client: pg.ClientBase,
  of: WorkListOf,
  words: readonly string[],
  limit: number,
): Promise<readonly WorkListRow[]> {
  const ofUnit = "unitId" in of;
  const { rows } = await client.query<WorkListRow>({
    name: ofUnit ? "search-work-list" : "search-own-work-list",
    text: ofUnit ? AT_UNIT : OF_PERSON,
    values: [holderOf(of), words.map((word) => word.toLocaleLowerCase("nb")), limit],
  });
  return rows;
}
