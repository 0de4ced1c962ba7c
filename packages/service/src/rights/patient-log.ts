// Knows the patient's own log: everybody who looked or tried to, and why; never a free-text reason.
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";

export interface LogRow {
  readonly entry: string;
  readonly at: Date;
  readonly name: string;
  readonly actor_id: string;
  readonly role: string;
  readonly organisation: string;
  readonly point_of_care: string;
  /** Null where somebody looked from no unit that is known. */
  readonly unit_name?: string | null;
  readonly resource: string;
  readonly verb: string;
  readonly basis: string;
  readonly purpose: string;
  readonly outcome: "allowed" | "refused" | "failed";
}

// The index over patients is one that is only read as a bitmap.
const BITMAP = "SET LOCAL enable_bitmapscan = on";

const LOG = `
  SELECT seq AS entry, at, actor_name AS name, actor_id, role, organisation, point_of_care, resource, verb, basis, purpose, outcome,
         (SELECT u.name FROM rettvei.unit u WHERE u.unit_id = point_of_care) AS unit_name
  FROM rettvei.audit_entry
  WHERE patient_ids @> ARRAY[$1::text] AND ($2::bigint IS NULL OR seq < $2)
  ORDER BY seq DESC LIMIT $3`;

/** The newest first, before the entry given. As the system: no index serves what row security adds to it. */
export function readPatientLog(
  client: pg.ClientBase,
  patientId: string,
  before: number | null,
  limit: number,
): Promise<readonly LogRow[]> {
  return asSystem(client, async () => {
    await client.query(BITMAP);
    const { rows } = await client.query<LogRow>({
      name: "patient-log",
      text: LOG,
      values: [patientId, before, limit],
    });
    return rows;
  });
}

const LOG_AFTER = `
  SELECT seq AS entry, at, actor_name AS name, actor_id, role, organisation, point_of_care, resource, verb, basis, purpose, outcome
  FROM rettvei.audit_entry
  WHERE patient_ids @> ARRAY[$1::text] AND seq > $2
  ORDER BY seq LIMIT $3`;

/** The oldest first, after the entry given. */
export function readPatientLogAfter(
  client: pg.ClientBase,
  patientId: string,
  after: number,
  limit: number,
): Promise<readonly LogRow[]> {
  return asSystem(client, async () => {
    await client.query(BITMAP);
    const { rows } = await client.query<LogRow>({
      name: "patient-log-after",
      text: LOG_AFTER,
      values: [patientId, after, limit],
    });
    return rows;
  });
}

const ENTRIES = `
  SELECT seq AS entry, at, actor_name AS name, actor_id, role, organisation, point_of_care, resource, verb, basis, purpose, outcome
  FROM rettvei.audit_entry WHERE seq = ANY ($1::bigint[])`;

/** Entries by their numbers, of any patients: to be asked as the system, of what a patient has asked about. */
export async function logEntries(
  client: pg.ClientBase,
  entries: readonly number[],
): Promise<ReadonlyMap<number, LogRow>> {
  const query = { name: "log-entries", text: ENTRIES, values: [entries] };
  const { rows } = await client.query<LogRow>(query);
  return new Map(rows.map((row) => [Number(row.entry), row]));
}

/** The one entry of the patient's log with the number; undefined if it has none. */
export async function logEntry(
  client: pg.ClientBase,
  patientId: string,
  entry: number,
): Promise<LogRow | undefined> {
  const [row] = await readPatientLog(client, patientId, entry + 1, 1);
  return Number(row?.entry) === entry ? row : undefined;
}
