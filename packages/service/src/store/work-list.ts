// Knows work lists as they are read, a unit's or a person's: each of the two groups of a unit is one range of one index.
import type { CalendarDate, CareLevel, Evidence, NextDateKind, Standing } from "@rettvei/engine";
import type pg from "pg";

/** With a date: least time left first. Without: longest since the last event first. */
export const WORK_LIST_GROUPS = ["dated", "undated"] as const;
export type WorkListGroup = (typeof WORK_LIST_GROUPS)[number];

/** What a date may rest on, as one can ask for it: both kinds of statutory dates are one. */
export const WORK_LIST_STANDINGS = [
  "statutory",
  "recommendation",
  "target",
  "planned",
  "local",
] as const;
export type WorkListStanding = (typeof WORK_LIST_STANDINGS)[number];

/** Place of a row in its group. */
export interface WorkListPlace {
  readonly on: string;
  readonly courseId: string;
}

/** Whose list: what runs at a unit, or what a person has a task in. */
export type WorkListOf = { readonly unitId: string } | { readonly personId: string };

/** By what a list is narrowed; what is undefined narrows nothing. */
export interface WorkListNarrowing {
  readonly pathway?: string | undefined;
  readonly phase?: string | undefined;
  readonly careLevel?: CareLevel | "unknown" | undefined;
  readonly standing?: WorkListStanding | undefined;
  /** Who coordinates it; the empty text: nobody. */
  readonly coordinatorId?: string | undefined;
  /** Only those whose date is before this one. */
  readonly before?: CalendarDate | undefined;
}

export interface WorkListQuery {
  readonly of: WorkListOf;
  readonly group: WorkListGroup;
  readonly narrowing: WorkListNarrowing;
  readonly after: WorkListPlace | undefined;
  /** Rows left out after that place. */
  readonly skip: number;
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

interface GroupSql {
  readonly where: string;
  readonly by: string;
}

export const GROUPS: Readonly<Record<WorkListGroup, GroupSql>> = {
  dated: { where: "s.running AND s.next_on IS NOT NULL", by: "next_on" },
  undated: { where: "s.running AND s.next_on IS NULL", by: "last_event_on" },
};

const text = (column: string): string => `to_char(s.${column}, 'YYYY-MM-DD') AS ${column}`;

/** The columns of a row, of course_state s and patient p. */
export const WORK_LIST_COLUMNS = `
  s.course_id, s.patient_id, p.name, p.birth_year, s.pathway, ${text("edition")}, s.phase, s.care_level,
  s.next_step, ${text("next_on")}, s.next_kind, s.why_rule, s.why_standing, s.why_event, ${text("why_on")},
  s.why_limit_days, s.why_evidence, s.last_event, ${text("last_event_on")}, s.errors, s.warnings, s.infos`;

const OF_UNIT = "s.unit_id = $1";
const OF_PERSON = `s.course_id IN (
    SELECT m.course_id FROM rettvei.matter m WHERE m.person_id = $1 AND m.type = 'assignment' AND m.open)`;

const NARROWED = `
    ($2::text IS NULL OR s.pathway = $2) AND ($3::text IS NULL OR s.phase = $3)
    AND ($4::text IS NULL OR coalesce(s.care_level, 'unknown') = $4)
    AND ($5::text IS NULL OR replace(s.next_kind, 'legal-deadline', 'statutory') = $5)
    AND ($6::text IS NULL OR coalesce(s.coordinator_id, '') = $6)
    AND ($7::date IS NULL OR s.next_on < $7::date)`;

const PATIENT = `
  LEFT JOIN LATERAL (SELECT name, birth_year FROM rettvei.patient WHERE patient_id = s.patient_id LIMIT 1) p ON true`;

function rowsOf(group: WorkListGroup, whose: string): string {
  const { where, by } = GROUPS[group];
  return `
  SELECT ${WORK_LIST_COLUMNS}
  FROM rettvei.course_state s ${PATIENT}
  WHERE ${whose} AND ${where} AND ${NARROWED} AND (s.${by}, s.course_id) > ($8::date, $9)
  ORDER BY s.${by}, s.course_id LIMIT $10 OFFSET $11`;
}

const found = (group: WorkListGroup, whose: string): string =>
  `SELECT count(*)::int AS found FROM rettvei.course_state s WHERE ${whose} AND ${GROUPS[group].where} AND ${NARROWED}`;

/** Statements of a unit's list by group; exported so that a test can ask for their plans. */
export const READ_ROWS: Readonly<Record<WorkListGroup, string>> = {
  dated: rowsOf("dated", OF_UNIT),
  undated: rowsOf("undated", OF_UNIT),
};

const READ_OWN_ROWS: typeof READ_ROWS = {
  dated: rowsOf("dated", OF_PERSON),
  undated: rowsOf("undated", OF_PERSON),
};

const BEFORE_ALL: WorkListPlace = { on: "-infinity", courseId: "" };

export const holderOf = (of: WorkListOf): string => ("unitId" in of ? of.unitId : of.personId);

function narrowed(of: WorkListOf, narrowing: WorkListNarrowing): readonly (string | null)[] {
  const { pathway, phase, careLevel, standing, coordinatorId, before } = narrowing;
  const words = [pathway, phase, careLevel, standing, coordinatorId, before];
  return [holderOf(of), ...words.map((word) => word ?? null)];
}

/** Rows of one group in its order, after the place given. The states must hold: see refreshOutlived. */
export async function readWorkList(
  client: pg.ClientBase | pg.Pool,
  { of, group, narrowing, after = BEFORE_ALL, skip, limit }: WorkListQuery,
): Promise<readonly WorkListRow[]> {
  const ofUnit = "unitId" in of;
  const { rows } = await client.query<WorkListRow>({
    name: `work-list-${group}${ofUnit ? "" : "-own"}`,
    text: (ofUnit ? READ_ROWS : READ_OWN_ROWS)[group],
    values: [...narrowed(of, narrowing), after.on, after.courseId, limit, skip],
  });
  return rows;
}

/** How many rows a group has, narrowed as asked. */
export async function countFound(
  client: pg.ClientBase | pg.Pool,
  { of, group, narrowing }: Pick<WorkListQuery, "of" | "group" | "narrowing">,
): Promise<number> {
  const ofUnit = "unitId" in of;
  const { rows } = await client.query<{ found: number }>({
    name: `work-list-found-${group}${ofUnit ? "" : "-own"}`,
    text: found(group, ofUnit ? OF_UNIT : OF_PERSON),
    values: [...narrowed(of, narrowing)],
  });
  return rows[0]?.found ?? 0;
}
