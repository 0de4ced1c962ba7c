// Knows the flow of a unit as the database counts it: where its courses stand, how long their steps took, what came and went.
import type { CalendarDate, NextDateKind } from "@rettvei/engine";
import type pg from "pg";
import type { Reach } from "../course/transfer/transfer.ts";
import { GROUPS, type WorkListGroup } from "./work-list.ts";

/** What is asked for; both days are within it. */
export interface FlowOf {
  readonly unitId: string;
  /** Undefined: all of them. */
  readonly pathway: string | undefined;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Running courses that stand and wait alike. */
export interface StandingRow {
  readonly pathway: string;
  readonly phase: string | null;
  readonly nextStep: string | null;
  readonly nextKind: NextDateKind | null;
  readonly courses: number;
  /** Those whose date has passed. */
  readonly over: number;
}

const standingIn = (group: WorkListGroup): string => `
  SELECT s.pathway, s.phase, s.next_step, s.next_kind, s.next_on FROM rettvei.course_state s
  WHERE s.unit_id = $1 AND ${GROUPS[group].where} AND ($2::text IS NULL OR s.pathway = $2)`;

/** Exported, with the others, so that a test can ask for its plan. */
export const STANDING = `
  SELECT pathway, phase, next_step AS "nextStep", next_kind AS "nextKind", count(*)::int AS courses,
         (count(*) FILTER (WHERE next_on < $3::date))::int AS over
  FROM (${standingIn("dated")} UNION ALL ${standingIn("undated")}) s
  GROUP BY 1, 2, 3, 4`;

/** For the rest of the transaction: a large unit is still a small part of all, and is read by its indexes. */
export async function readByIndexes(client: pg.ClientBase): Promise<void> {
  await client.query("SET LOCAL enable_seqscan = off");
}

/** Where the unit's running courses stand. The states must hold: see refreshOutlived. */
export async function readStanding(
  client: pg.ClientBase,
  { unitId, pathway }: FlowOf,
  asOf: CalendarDate,
): Promise<readonly StandingRow[]> {
  const values = [unitId, pathway ?? null, asOf];
  const query = { name: "flow-standing", text: STANDING, values };
  return (await client.query<StandingRow>(query)).rows;
}

/** Steps of one rule that were taken in the period and took so many days. */
export interface StepRow {
  readonly pathway: string;
  readonly ruleId: string;
  readonly days: number;
  readonly taken: number;
  /** Of those that have a limit. */
  readonly limited: number;
  readonly over: number;
}

// A step is not later than the last event of its course, so the range of one index holds them all. Counted by days:
// a few hundred rows, whereas to find the middle of all of them here would be to sort them.
export const STEPS = `
  SELECT s.pathway, step.rule AS "ruleId", step.days, count(*)::int AS taken,
         count(step.over)::int AS limited, (count(*) FILTER (WHERE step.over))::int AS over
  FROM rettvei.course_state s
  CROSS JOIN LATERAL unnest(s.steps) AS step
  WHERE s.unit_id = $1 AND s.last_event_on >= $3::date AND s.steps IS NOT NULL
    AND ($2::text IS NULL OR s.pathway = $2)
    AND step."on" BETWEEN $3::date AND $4::date AND coalesce(step.unit, $1) = $1
  GROUP BY 1, 2, 3`;

/** How long steps took that began at the unit, in courses that are there or ended there. */
export async function readSteps(
  client: pg.ClientBase,
  { unitId, pathway, from, until }: FlowOf,
): Promise<readonly StepRow[]> {
  const values = [unitId, pathway ?? null, from, until];
  return (await client.query<StepRow>({ name: "flow-steps", text: STEPS, values })).rows;
}

/** Transfers to or from the unit, by how far they reach. */
export interface TransferRow {
  readonly direction: "in" | "out";
  readonly reach: Reach;
  /** Taken over in the period. */
  readonly done: number;
  /** Offered, and answered by nobody yet. */
  readonly waiting: number;
}

// What a private specialist goes on with is told by one fact; an offer is done when it is accepted.
const TRANSFERS = `
  WITH offered AS (
    SELECT 'in' AS direction, m.matter_id, m.course_id, m.state
    FROM rettvei.matter m WHERE m.unit_id = $1 AND m.type = 'transfer' AND m.open
    UNION ALL
    SELECT 'in', m.matter_id, m.course_id, m.state
    FROM rettvei.matter m WHERE m.unit_id = $1 AND m.type = 'transfer' AND NOT m.open
    UNION ALL
    SELECT 'out', m.matter_id, m.course_id, m.state
    FROM rettvei.fact f JOIN rettvei.matter m ON m.matter_id = f.matter_id
    WHERE f.kind IN ('transfer-offered', 'transferred-to-private-specialist') AND f.body ->> 'fromUnitId' = $1)
  SELECT o.direction, coalesce(first.body ->> 'reach', 'private-specialist') AS reach,
         (count(*) FILTER (WHERE o.state IN ('accepted', 'sent-out')
           AND last.happened_on BETWEEN $3::date AND $4::date))::int AS done,
         (count(*) FILTER (WHERE o.state = 'offered'))::int AS waiting
  FROM offered o
  JOIN rettvei.course c ON c.course_id = o.course_id
  CROSS JOIN LATERAL (SELECT body FROM rettvei.fact f WHERE f.matter_id = o.matter_id ORDER BY f.seq LIMIT 1) first
  CROSS JOIN LATERAL (SELECT happened_on FROM rettvei.fact f WHERE f.matter_id = o.matter_id ORDER BY f.seq DESC LIMIT 1) last
  WHERE $2::text IS NULL OR c.pathway = $2
  GROUP BY 1, 2`;

export async function readTransferFlow(
  client: pg.ClientBase,
  { unitId, pathway, from, until }: FlowOf,
): Promise<readonly TransferRow[]> {
  const values = [unitId, pathway ?? null, from, until];
  const { rows } = await client.query<TransferRow>({
    ...{ name: "flow-transfers", text: TRANSFERS, values },
  });
  return rows.filter(({ done, waiting }) => done + waiting > 0);
}
