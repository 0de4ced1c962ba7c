// Knows how a unit's messages are listed: those that are open by when they are due, or those of one state.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { Static } from "typebox";
import type { WorkListPlace } from "../store/work-list.ts";
import type { WRITTEN } from "./message-facts.ts";
import { isOpen, type MessageState } from "./message-matter.ts";

export interface MessageRow {
  readonly matter_id: string;
  readonly state: MessageState;
  readonly patient_id: string | null;
  readonly patient_name: string | null;
  readonly birth_year: number | null;
  readonly course_id: string | null;
  readonly person_id: string | null;
  readonly due_on: CalendarDate;
  readonly last_seq: string;
  readonly written: Static<(typeof WRITTEN)["body"]>;
  readonly written_at: Date;
  readonly last_at: Date;
  readonly trouble_kind: string | null;
  readonly trouble: Readonly<Record<string, unknown>> | null;
}

export interface MessagePlace {
  readonly unitId: string;
  /** Without one: all that are open. */
  readonly state?: MessageState | undefined;
  readonly overdueOn?: CalendarDate | undefined;
  readonly after?: WorkListPlace | undefined;
  readonly limit: number;
}

const COLUMNS = `m.matter_id, m.state, m.patient_id, p.name AS patient_name, p.birth_year, m.course_id, m.person_id,
  m.due_on::text, m.last_seq, w.body AS written, w.recorded_at AS written_at, l.recorded_at AS last_at,
  t.kind AS trouble_kind, t.body AS trouble`;

function listQuery(open: boolean): string {
  return `
    SELECT ${COLUMNS}
    FROM rettvei.matter m
    JOIN rettvei.fact w ON w.matter_id = m.matter_id AND w.kind = 'message-written'
    JOIN rettvei.fact l ON l.seq = m.last_seq
    LEFT JOIN rettvei.patient p ON p.patient_id = m.patient_id
    LEFT JOIN LATERAL (
      SELECT kind, body FROM rettvei.fact
      WHERE matter_id = m.matter_id
        AND (kind IN ('message-waiting', 'message-not-taken', 'message-failed')
             OR kind = 'message-receipt' AND body->>'says' = 'refused')
      ORDER BY seq DESC LIMIT 1
    ) t ON true
    WHERE ${open ? "m.open" : "NOT m.open"} AND m.unit_id = $1 AND m.type = 'message'
      AND ($2::text IS NULL OR m.state = $2) AND ($3::date IS NULL OR m.due_on < $3)
      AND ($4::date IS NULL OR (m.due_on, m.matter_id) > ($4, $5))
    ORDER BY m.due_on, m.matter_id LIMIT $6`;
}

const OPEN = { name: "list-open-messages", text: listQuery(true) };
const CLOSED = { name: "list-closed-messages", text: listQuery(false) };

export async function listMessages(
  client: pg.ClientBase,
  { unitId, state, overdueOn, after, limit }: MessagePlace,
): Promise<readonly MessageRow[]> {
  const query = state === undefined || isOpen(state) ? OPEN : CLOSED;
  const where = [unitId, state ?? null, overdueOn ?? null];
  const values = [...where, after?.on ?? null, after?.courseId ?? null, limit];
  const { rows } = await client.query<MessageRow>({ ...query, values });
  return rows;
}

const COUNTS = `
  SELECT state, count(*)::int AS count, count(*) FILTER (WHERE due_on < $2)::int AS overdue
  FROM rettvei.matter WHERE open AND unit_id = $1 AND type = 'message' GROUP BY state`;

export interface MessageCounts {
  readonly written: number;
  readonly sent: number;
  readonly failed: number;
  readonly overdue: number;
}

/** How many are open, by state, and how many of them are past their due date. */
export async function countMessages(
  client: pg.ClientBase,
  unitId: string,
  asOf: CalendarDate,
): Promise<MessageCounts> {
  const query = { name: "count-messages", text: COUNTS, values: [unitId, asOf] };
  const { rows } = await client.query<{ state: string; count: number; overdue: number }>(query);
  const of = (state: MessageState): number => rows.find((row) => row.state === state)?.count ?? 0;
  const overdue = rows.reduce((sum, row) => sum + row.overdue, 0);
  return { written: of("written"), sent: of("sent"), failed: of("failed"), overdue };
}
