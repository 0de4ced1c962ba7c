// Knows the units, and how many running courses each of them has.
import type pg from "pg";
import type { Store } from "./store.ts";

export interface Unit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly hfName: string | null;
  readonly rhfName: string | null;
  /** True for a unit made up for a synthetic population. */
  readonly synthetic: boolean;
}

export interface UnitWithCourses extends Unit {
  readonly running: number;
}

const COLUMNS = `unit_id AS "unitId", name, kind, hf_name AS "hfName", rhf_name AS "rhfName", synthetic`;

/** Kind of a unit of a municipality: something is shared with it, and no course is ever at it. */
const MUNICIPAL = "municipality";

const READ_ONE = `SELECT ${COLUMNS} FROM rettvei.unit WHERE unit_id = $1`;

// A unit that courses name but nobody described is shown by its id: courses must not vanish with it.
const READ_ALL = `
  SELECT coalesce(u.unit_id, c.unit_id) AS "unitId", coalesce(u.name, c.unit_id) AS name,
         coalesce(u.kind, 'unknown') AS kind, u.hf_name AS "hfName", u.rhf_name AS "rhfName",
         coalesce(u.synthetic, false) AS synthetic, coalesce(c.running, 0) AS running
  FROM rettvei.unit u
  FULL JOIN (SELECT unit_id, count(*)::int AS running FROM rettvei.course_state WHERE running GROUP BY unit_id) c
    ON c.unit_id = u.unit_id
  WHERE u.kind IS DISTINCT FROM '${MUNICIPAL}'`;

const READ_MUNICIPAL = `
  SELECT unit_id AS "unitId", name FROM rettvei.unit WHERE kind = '${MUNICIPAL}'`;

const KEEP = `
  INSERT INTO rettvei.unit (unit_id, name, kind, hf_name, rhf_name, synthetic)
  SELECT "unitId", name, kind, "hfName", "rhfName", synthetic
  FROM jsonb_to_recordset($1::text::jsonb)
    AS unit ("unitId" text, name text, kind text, "hfName" text, "rhfName" text, synthetic boolean)
  ON CONFLICT (unit_id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
    hf_name = excluded.hf_name, rhf_name = excluded.rhf_name, synthetic = excluded.synthetic`;

const norwegian = new Intl.Collator("nb");

/** A unit by its id; one that nobody described has its id for a name. */
export async function readUnit(client: pg.ClientBase | pg.Pool, unitId: string): Promise<Unit> {
  const query = { name: "read-unit", text: READ_ONE, values: [unitId] };
  const { rows } = await client.query<Unit>(query);
  const nameless = { unitId, name: unitId, kind: "unknown", hfName: null, rhfName: null };
  return rows[0] ?? { ...nameless, synthetic: false };
}

/** Whether anybody has described such a unit that a course can be at. */
export async function isKnownUnit(client: pg.ClientBase, unitId: string): Promise<boolean> {
  const text = `SELECT 1 FROM rettvei.unit WHERE unit_id = $1 AND kind <> '${MUNICIPAL}'`;
  const { rowCount } = await client.query({ name: "is-known-unit", text, values: [unitId] });
  return rowCount === 1;
}

interface MunicipalUnit {
  readonly unitId: string;
  readonly name: string;
}

/** Units of municipalities that somebody has described, by name in Norwegian order. */
export async function readMunicipalUnits(
  client: pg.ClientBase | pg.Pool,
): Promise<readonly MunicipalUnit[]> {
  const query = { name: "read-municipal-units", text: READ_MUNICIPAL };
  const { rows } = await client.query<MunicipalUnit>(query);
  return rows.sort((a, b) => norwegian.compare(a.name, b.name));
}

/** All units that courses can be at, by name in Norwegian order, with their numbers of running courses. */
export async function readUnits(
  client: pg.ClientBase | pg.Pool,
): Promise<readonly UnitWithCourses[]> {
  const { rows } = await client.query<UnitWithCourses>({ name: "read-units", text: READ_ALL });
  return rows.sort((a, b) => norwegian.compare(a.name, b.name) || (a.unitId < b.unitId ? -1 : 1));
}

const READ_NAMES = `SELECT unit_id AS "unitId", name FROM rettvei.unit WHERE unit_id = ANY ($1)`;

/** Names of the units that somebody described. */
export async function readUnitNames(
  pool: pg.Pool,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const query = { name: "read-unit-names", text: READ_NAMES, values: [unitIds] };
  const { rows } = await pool.query<Pick<Unit, "unitId" | "name">>(query);
  return new Map(rows.map(({ unitId, name }) => [unitId, name]));
}

/** Adds units, or describes known ones anew. */
export async function keepUnits({ database }: Store, units: readonly Unit[]): Promise<void> {
  await database.pool.query(KEEP, [JSON.stringify(units)]);
}
