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

const OVER: Readonly<Record<WorkListGroup, string>> = {
  dated: "count(*) FILTER (WHERE s.next_on < $2::date)::int",
  undated: "0",
};

const countOf = (group: WorkListGroup, from = "rettvei.course_state"): string => `
  SELECT count(*)::int AS all, ${OVER[group]} AS over,
         count(*) FILTER (WHERE s.coordinator_id = $3)::int AS mine,
         count(*) FILTER (WHERE s.coordinator_id IS NULL)::int AS nobody
  FROM ${from} s WHERE s.unit_id = $1 AND ${GROUPS[group].where}`;

/** What row security leaves out of the rows of whoever asks: few, and looked up one by one. */
const BLOCKED = `
  WITH blocked AS MATERIALIZED (
    SELECT s.* FROM unnest((SELECT rettvei.blocked_patients())) AS b (patient_id)
    JOIN rettvei.course_state s ON s.patient_id = b.patient_id
    UNION
    SELECT s.* FROM unnest((SELECT rettvei.blocked_courses())) AS b (course_id)
    JOIN rettvei.course_state s ON s.course_id = b.course_id),
  unseen AS MATERIALIZED (
    SELECT * FROM blocked WHERE course_id <> ALL (coalesce((SELECT rettvei.my_courses()), '{}')))`;

/** Exported so that a test can ask for their plans. */
export const COUNTS: Readonly<Record<WorkListGroup, string>> = {
  dated: countOf("dated"),
  undated: countOf("undated"),
};

const COUNT =
  BLOCKED +
  [COUNTS.dated, COUNTS.undated, countOf("dated", "unseen"), countOf("undated", "unseen")].join(
    " UNION ALL ",
  );

const NONE: GroupRow = { all: 0, over: 0, mine: 0, nobody: 0 };

function without(all: GroupRow, blocked: GroupRow): GroupRow {
  return {
    all: all.all - blocked.all,
    over: all.over - blocked.over,
    mine: all.mine - blocked.mine,
    nobody: all.nobody - blocked.nobody,
  };
}

/** Asked as the system, for only then are the indexes enough; what is blocked for whoever asks is not counted. */
export async function countWorkList(
  client: pg.ClientBase | pg.Pool,
  unitId: string,
  asOf: CalendarDate,
  personId: string,
): Promise<WorkListCounts> {
  const query = { name: "work-list-counts", text: COUNT, values: [unitId, asOf, personId] };
  const { rows } = await client.query<GroupRow>(query);
  const [allDated = NONE, allUndated = NONE, blockedDated = NONE, blockedUndated = NONE] = rows;
  const dated = without(allDated, blockedDated);
  const undated = without(allUndated, blockedUndated);
  return {
    dated: dated.all,
    undated: undated.all,
    over: dated.over,
    mine: { dated: dated.mine, undated: undated.mine },
    notAssigned: { dated: dated.nobody, undated: undated.nobody },
  };
}
