// Knows which accesses are to be looked into in an organisation or explained at a unit, and what was gone through last.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { Sign } from "../oversight/access-review.ts";

const OF_ORGANISATION = `
  SELECT m.matter_id FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'access-flagged' AND f.body ->> 'organisation' = $1
  WHERE m.type = 'access-review' AND m.open = $2 ORDER BY m.due_on, m.matter_id LIMIT $3`;

/** Ids, those due first. */
export async function accessReviewIds(
  client: pg.ClientBase,
  organisation: string,
  { open, limit }: { readonly open: boolean; readonly limit: number },
): Promise<readonly string[]> {
  const values = [organisation, open, limit];
  const query = { name: "access-reviews", text: OF_ORGANISATION, values };
  const { rows } = await client.query<{ matter_id: string }>(query);
  return rows.map((row) => row.matter_id);
}

const AT_UNIT = `
  SELECT matter_id FROM rettvei.matter
  WHERE type = 'access-review' AND open AND state = 'asked' AND unit_id = $1 ORDER BY due_on, matter_id LIMIT $2`;

/** Ids of those that the unit's leader is asked to explain. */
export async function askedOfUnitIds(
  client: pg.ClientBase,
  unitId: string,
  limit: number,
): Promise<readonly string[]> {
  const query = { name: "asked-of-unit", text: AT_UNIT, values: [unitId, limit] };
  const { rows } = await client.query<{ matter_id: string }>(query);
  return rows.map((row) => row.matter_id);
}

export interface AccessCounts {
  readonly waiting: number;
  readonly decided: number;
  readonly bySign: readonly { readonly sign: Sign; readonly open: number }[];
}

const COUNTS = `
  WITH flagged AS (
    SELECT m.open, f.body FROM rettvei.matter m
    JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'access-flagged' AND f.body ->> 'organisation' = $1
    WHERE m.type = 'access-review'
  )
  SELECT (SELECT count(*) FROM flagged WHERE open)::int AS waiting,
         (SELECT count(*) FROM flagged WHERE NOT open)::int AS decided,
         coalesce((SELECT json_agg(json_build_object('sign', sign, 'open', n) ORDER BY n DESC, sign) FROM (
           SELECT s ->> 'sign' AS sign, count(*)::int AS n
           FROM flagged, jsonb_array_elements(body -> 'signs') s WHERE open GROUP BY 1) signs), '[]') AS "bySign"`;

export async function countAccessReviews(
  client: pg.ClientBase,
  organisation: string,
): Promise<AccessCounts> {
  const query = { name: "count-access-reviews", text: COUNTS, values: [organisation] };
  const [counts] = (await client.query<AccessCounts>(query)).rows;
  return counts ?? { waiting: 0, decided: 0, bySign: [] };
}

export interface LastExamination {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly looked: number;
  readonly flagged: number;
}

const LAST = `
  SELECT body ->> 'from' AS from, body ->> 'to' AS to, (body ->> 'looked')::int AS looked, (body ->> 'flagged')::int AS flagged
  FROM rettvei.fact
  WHERE matter_id IN (SELECT matter_id FROM rettvei.matter WHERE type = 'log-examination')
    AND body ->> 'organisation' = $1
  ORDER BY seq DESC LIMIT 1`;

/** What was gone through last in the organisation. */
export async function lastExamination(
  client: pg.ClientBase,
  organisation: string,
): Promise<LastExamination | null> {
  const query = { name: "last-examination", text: LAST, values: [organisation] };
  return (await client.query<LastExamination>(query)).rows[0] ?? null;
}
