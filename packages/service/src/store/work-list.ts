// Knows a unit's work list as it is read: each of its two groups is one range of one index.
import type { CalendarDate, CareLevel, Evidence, NextDateKind, Standing } from "@rettvei/engine";
import type pg from "pg";

/** With a date: least time left first. Without: longest since the last event first. */
export const WORK_LIST_GROUPS = ["dated", "undated"] as const;
export type WorkListGroup = (typeof WORK_LIST_GROUPS)[number];

/** Place of a row in its group. */
export interface WorkListPlace {
  readonly on: string;
  readonly courseId: string;
}

export interface WorkListQuery {
  readonly unitId: string;
  readonly group: WorkListGroup;
  readonly pathway: string | undefined;
  readonly phase: string | undefined;
  readonly after: WorkListPlace | undefined;
  readonly limit: number;
}

/** A row as the database has it; dates as text, absent as null. */
export interface WorkListRow {
  readonly course_id: string;
  readonly patient_id: string;
  readonly name: string | null;
  readonly birth_year: number | null;
  readonly pathway: string;
  readonly edition: CalendarDate;
  readonly phase: string | null;
  readonly care_level: CareLevel | null;
  readonly next_step: string | null;
  readonly next_on: CalendarDate | null;
  readonly next_kind: NextDateKind | null;
  readonly why_rule: string | null;
  readonly why_standing: Standing | null;
  readonly why_event: string | null;
  readonly why_on: CalendarDate | null;
  readonly why_limit_days: number | null;
  readonly why_evidence: Evidence | null;
  readonly last_event: string;
  readonly last_event_on: CalendarDate;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface WorkListCounts {
  readonly dated: number;
  readonly undated: number;
  /** Of the dated ones, those whose date is before `asOf`. */
  readonly over: number;
}

const GROUPS: Readonly<Record<WorkListGroup, { readonly where: string; readonly by: string }>> = {
  dated: { where: "running AND next_on IS NOT NULL", by: "next_on" },
  undated: { where: "running AND next_on IS NULL", by: "last_event_on" },
};

const BEFORE_ALL: WorkListPlace = { on: "-infinity", courseId: "" };

function rowsOf(group: WorkListGroup): string {
  const { where, by } = GROUPS[group];
  const text = (column: string) => `to_char(s.${column}, 'YYYY-MM-DD') AS ${column}`;
  return `
  SELECT s.course_id, s.patient_id, p.name, p.birth_year, s.pathway, ${text("edition")}, s.phase, s.care_level,
         s.next_step, ${text("next_on")}, s.next_kind, s.why_rule, s.why_standing, s.why_event, ${text("why_on")},
         s.why_limit_days, s.why_evidence, s.last_event, ${text("last_event_on")}, s.errors, s.warnings, s.infos
  FROM rettvei.course_state s
  LEFT JOIN LATERAL (SELECT name, birth_year FROM rettvei.patient WHERE patient_id = s.patient_id LIMIT 1) p ON true
  WHERE s.unit_id = $1 AND ${where} AND (s.${by}, s.course_id) > ($2::date, $3)
    AND ($4::text IS NULL OR pathway = $4) AND ($5::text IS NULL OR phase = $5)
  ORDER BY s.${by}, s.course_id LIMIT $6`;
}

/** Statements by group; exported so that a test can ask for their plans. */
export const READ_ROWS: Readonly<Record<WorkListGroup, string>> = {
  dated: rowsOf("dated"),
  undated: rowsOf("undated"),
};

/** Rows of one group in its order, after the place given. The states must hold: see refreshOutlived. */
export async function readWorkList(
  client: pg.ClientBase | pg.Pool,
  { unitId, group, pathway, phase, after = BEFORE_ALL, limit }: WorkListQuery,
): Promise<readonly WorkListRow[]> {
  const { rows } = await client.query<WorkListRow>({
    name: `work-list-${group}`,
    text: READ_ROWS[group],
    values: [unitId, after.on, after.courseId, pathway ?? null, phase ?? null, limit],
  });
  return rows;
}

const COUNT = `
  SELECT (SELECT count(*)::int FROM rettvei.course_state WHERE unit_id = $1 AND ${GROUPS.dated.where}) AS dated,
         (SELECT count(*)::int FROM rettvei.course_state WHERE unit_id = $1 AND ${GROUPS.undated.where}) AS undated,
         (SELECT count(*)::int FROM rettvei.course_state
          WHERE unit_id = $1 AND ${GROUPS.dated.where} AND next_on < $2::date) AS over`;

/** How many running courses a unit has in each group, whatever is filtered. */
export async function countWorkList(
  client: pg.ClientBase | pg.Pool,
  unitId: string,
  asOf: CalendarDate,
): Promise<WorkListCounts> {
  const { rows } = await client.query<WorkListCounts>({
    name: "work-list-counts",
    text: COUNT,
    values: [unitId, asOf],
  });
  return rows[0] ?? { dated: 0, undated: 0, over: 0 };
}
