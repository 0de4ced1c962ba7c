// Knows how judged states are kept and which of them no longer hold.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { CourseState } from "../judging/course-state.ts";
import { tellFrom } from "../live/unit-changes.ts";
import { onCommit } from "./on-commit.ts";
import { STATE_COLUMNS } from "./state-columns.ts";

const names = STATE_COLUMNS.map(({ name }) => name);
const typed = STATE_COLUMNS.map(({ name, type }) => `${name} ${type}`);
const replaced = names.slice(1).map((name) => `${name} = excluded.${name}`);

const KEEP = `
  INSERT INTO rettvei.course_state (${names.join(", ")})
  SELECT ${names.join(", ")} FROM jsonb_to_recordset($1::text::jsonb) AS state (${typed.join(", ")})
  ON CONFLICT (course_id) DO UPDATE SET ${replaced.join(", ")}`;

/** The states as such a statement takes them. */
function stateRows(states: readonly CourseState[], mark: string): string {
  return JSON.stringify(
    states.map((state) =>
      Object.fromEntries(STATE_COLUMNS.map(({ name, of }) => [name, of(state, mark)])),
    ),
  );
}

/** Keeps the states in place of what was kept before, and tells who listens once that is certain. */
export async function keepStates(
  client: pg.ClientBase,
  states: readonly CourseState[],
  mark: string,
): Promise<void> {
  const unitIds = [...new Set(states.map(({ unitId }) => unitId))];
  onCommit(client, () => tellFrom(client, unitIds));
  await client.query({ name: "keep-states", text: KEEP, values: [stateRows(states, mark)] });
}

// Three ranges of one index: judged by something else (before or after ours in order), or outlived.
const OUTLIVED = `
  SELECT DISTINCT patient_id FROM (
    (SELECT patient_id FROM rettvei.course_state WHERE judged_by < $1 LIMIT $3)
    UNION ALL (SELECT patient_id FROM rettvei.course_state WHERE judged_by > $1 LIMIT $3)
    UNION ALL (SELECT patient_id FROM rettvei.course_state WHERE judged_by = $1 AND valid_until < $2::date LIMIT $3)
  ) stale LIMIT $3`;

// Also what was never judged, and what was judged for a later day by a clock that was set back since.
const MISSING = `
  SELECT DISTINCT c.patient_id
  FROM rettvei.course c LEFT JOIN rettvei.course_state s ON s.course_id = c.course_id
  WHERE (s.course_id IS NULL OR s.judged_for > $1::date) AND c.patient_id > $2
  ORDER BY c.patient_id LIMIT $3`;

const STALE = `
  SELECT count(*)::int AS stale
  FROM rettvei.course c LEFT JOIN rettvei.course_state s ON s.course_id = c.course_id
  WHERE s.course_id IS NULL OR s.judged_for > $2::date OR s.judged_by <> $1 OR s.valid_until < $2::date`;

/** How many courses have no state that holds at `asOf`; reads all states. */
export async function countStale(
  client: pg.ClientBase | pg.Pool,
  mark: string,
  asOf: CalendarDate,
): Promise<number> {
  const query = { name: "count-stale", text: STALE, values: [mark, asOf] };
  const { rows } = await client.query<{ stale: number }>(query);
  return rows[0]?.stale ?? 0;
}

async function patientIds(
  client: pg.ClientBase | pg.Pool,
  query: pg.QueryConfig,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ patient_id: string }>(query);
  return rows.map((row) => row.patient_id);
}

/** Patients of whom a kept state does not hold at `asOf`; a probe of an index, so cheap enough for every read. */
export function patientsOutlived(
  client: pg.ClientBase | pg.Pool,
  mark: string,
  asOf: CalendarDate,
  limit: number,
): Promise<readonly string[]> {
  const values = [mark, asOf, limit];
  return patientIds(client, { name: "patients-outlived", text: OUTLIVED, values });
}

/** Patients after the one given of whom a state is missing or from a later day, in order; reads all states. */
export function patientsMissing(
  client: pg.ClientBase | pg.Pool,
  asOf: CalendarDate,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const values = [asOf, after, limit];
  return patientIds(client, { name: "patients-missing", text: MISSING, values });
}
