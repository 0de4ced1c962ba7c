// Knows how messages that came are listed for a unit: those that wait for somebody by when they are due, or those of one state.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { WorkListPlace } from "../store/work-list.ts";
import type { PartyView } from "./party-view.ts";
import type { ReceivedKind } from "./received-facts.ts";
import { isReceivedOpen, type ReceivedState } from "./received-matter.ts";

export interface ReceivedRow {
  readonly matter_id: string;
  readonly state: ReceivedState;
  readonly patient_id: string | null;
  readonly course_id: string | null;
  readonly person_id: string | null;
  readonly due_on: CalendarDate;
  readonly last_seq: string;
  readonly kind: ReceivedKind;
  readonly sender: PartyView;
  readonly problems: number;
  readonly lost: number;
  readonly received_at: Date;
}

export interface ReceivedPlace {
  readonly unitId: string;
  /** Without one: all that wait for somebody. */
  readonly state?: ReceivedState | undefined;
  readonly after?: WorkListPlace | undefined;
  readonly limit: number;
}

// Where nobody was named when it came, whoever is named now sees to it.
function listQuery(open: boolean): string {
  return `
    SELECT m.matter_id, m.state, m.patient_id, m.course_id, coalesce(m.person_id, n.person_id) AS person_id,
           m.due_on::text, m.last_seq, r.body->>'kind' AS kind, r.body->'sender' AS sender,
           jsonb_array_length(r.body->'problems') AS problems, jsonb_array_length(r.body->'lost') AS lost,
           r.recorded_at AS received_at
    FROM rettvei.matter m
    JOIN rettvei.fact r ON r.matter_id = m.matter_id AND r.kind = 'message-received'
    LEFT JOIN rettvei.matter n ON n.matter_id = 'intake-person ' || m.unit_id
    WHERE ${open ? "m.open" : "NOT m.open"} AND m.unit_id = $1 AND m.type = 'received'
      AND ($2::text IS NULL OR m.state = $2)
      AND ($3::date IS NULL OR (m.due_on, m.matter_id) > ($3, $4))
    ORDER BY m.due_on, m.matter_id LIMIT $5`;
}

const OPEN = { name: "list-open-received", text: listQuery(true) };
const CLOSED = { name: "list-closed-received", text: listQuery(false) };

export async function listReceived(
  client: pg.ClientBase,
  { unitId, state, after, limit }: ReceivedPlace,
): Promise<readonly ReceivedRow[]> {
  const query = state === undefined || isReceivedOpen(state) ? OPEN : CLOSED;
  const values = [unitId, state ?? null, after?.on ?? null, after?.courseId ?? null, limit];
  const { rows } = await client.query<ReceivedRow>({ ...query, values });
  return rows;
}
