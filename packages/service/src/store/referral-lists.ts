// Knows lists of referrals: those that wait at a unit, one range of one index, and those that a referrer has sent, with what is new of each.
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

// The person's own accesses say what has been read: they are numbered with the facts. An answer that also goes out as a
// message is one thing to read.
const UNREAD = `
  SELECT f.course_id, count(*)::integer AS unread
  FROM rettvei.fact f
  LEFT JOIN (
    SELECT course_id, max(seq) AS seq FROM rettvei.audit_entry
    WHERE actor_id = $1 AND course_id = ANY ($2::text[]) AND outcome = 'allowed'
      AND route = 'GET /api/referrals/:referralId/messages'
    GROUP BY course_id
  ) r ON r.course_id = f.course_id
  WHERE f.course_id = ANY ($2::text[]) AND f.seq > coalesce(r.seq, 0)
    AND (f.kind = 'question-answered' OR (f.kind = 'message-written' AND f.body #>> '{to,kind}' = 'referrer'
      AND f.body ->> 'purpose' <> 'question-answer'))
  GROUP BY f.course_id`;

/** Answers and messages to who referred since that person last read them, by course; none where there are none. */
export async function readUnread(
  client: pg.ClientBase,
  personId: string,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const query = { name: "unread-by-referrer", text: UNREAD, values: [personId, courseIds] };
  const { rows } = await client.query<{ course_id: string; unread: number }>(query);
  return new Map(rows.map(({ course_id, unread }) => [course_id, unread]));
}
