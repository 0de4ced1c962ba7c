// Knows how many running courses a work list has in each of its views, whatever is filtered.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { GROUPS, type WorkListGroup } from "./work-list.ts";

interface ByGroup {
  readonly dated: number;
  readonly undated: number;
}

export interface WorkListCounts extends ByGroup {
  /** Of the dated ones, those whose date is before `asOf`. */
  readonly over: number;
  /** Those that the person who asks coordinates. */
  readonly mine: ByGroup;
  /** Those that nobody coordinates. */
  readonly notAssigned: ByGroup;
}

interface GroupRow {
  readonly all: number;
  readonly over: number;
  readonly mine: number;
  readonly nobody: number;
}

const countOf = (group: WorkListGroup): string => `
  SELECT count(*)::int AS all, count(*) FILTER (WHERE s.next_on < $2::date)::int AS over,
         count(*) FILTER (WHERE s.coordinator_id = $3)::int AS mine,
         count(*) FILTER (WHERE s.coordinator_id IS NULL)::int AS nobody
  FROM rettvei.course_state s WHERE s.unit_id = $1 AND ${GROUPS[group].where}`;

const COUNT = `${countOf("dated")} UNION ALL ${countOf("undated")}`;

const NONE: GroupRow = { all: 0, over: 0, mine: 0, nobody: 0 };

export async function countWorkList(
  client: pg.ClientBase | pg.Pool,
  unitId: string,
  asOf: CalendarDate,
  personId: string,
): Promise<WorkListCounts> {
  const query = { name: "work-list-counts", text: COUNT, values: [unitId, asOf, personId] };
  const { rows } = await client.query<GroupRow>(query);
  const [dated = NONE, undated = NONE] = rows;
  return {
    dated: dated.all,
    undated: undated.all,
    over: dated.over,
    mine: { dated: dated.mine, undated: undated.mine },
    notAssigned: { dated: dated.nobody, undated: undated.nobody },
  };
}
