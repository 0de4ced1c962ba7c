// Knows lists of referrals: those that wait at a unit, one range of one index, and those that a referrer has sent.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { WorkListPlace } from "./work-list.ts";

export interface WaitingReferral {
  readonly referral_id: string;
  readonly due_on: CalendarDate;
}

const WAITING = `
  SELECT matter_id AS referral_id, to_char(due_on, 'YYYY-MM-DD') AS due_on FROM rettvei.matter
  WHERE unit_id = $1 AND type = 'referral' AND open AND (due_on, matter_id) > ($2::date, $3)
  ORDER BY due_on, matter_id LIMIT $4`;

const BEFORE_ALL: WorkListPlace = { on: "-infinity", courseId: "" };

/** Ids by due date, those past first, after the place given. */
export async function readWaitingReferrals(
  client: pg.ClientBase,
  unitId: string,
  { on, courseId }: WorkListPlace = BEFORE_ALL,
  limit: number,
): Promise<readonly WaitingReferral[]> {
  const query = { name: "waiting-referrals", text: WAITING, values: [unitId, on, courseId, limit] };
  return (await client.query<WaitingReferral>(query)).rows;
}

// Referrals of the courses that are shared with the person, and that the person has sent.
const SENT_BY = `
  SELECT DISTINCT r.matter_id AS referral_id
  FROM rettvei.matter s
  JOIN rettvei.matter r ON r.course_id = s.course_id AND r.type = 'referral'
  JOIN rettvei.fact f ON f.matter_id = r.matter_id AND f.kind = 'referral-sent' AND f.body ->> 'referrerId' = $1
  WHERE s.person_id = $1 AND s.type = 'sharing' AND s.open AND s.state = 'referrer'
  LIMIT $2`;

export async function readReferralsSentBy(
  client: pg.ClientBase,
  personId: string,
  limit: number,
): Promise<readonly string[]> {
  const query = { name: "referrals-sent-by", text: SENT_BY, values: [personId, limit] };
  const { rows } = await client.query<{ referral_id: string }>(query);
  return rows.map(({ referral_id }) => referral_id);
}
