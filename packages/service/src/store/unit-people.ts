// Knows who works at a unit in a role that may have tasks in its courses.
import type pg from "pg";
import type { Role } from "../access/actor.ts";
import { holdsAt } from "./role-grants.ts";

export interface UnitPerson {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Roles whose holders are given tasks. */
const WITH_TASKS: readonly Role[] = ["coordinator", "practitioner"];

const READ = `
  SELECT a.actor_id AS "personId", a.name, array_agg(DISTINCT g.role ORDER BY g.role) AS roles
  FROM rettvei.role_grant g JOIN rettvei.actor a USING (actor_id)
  WHERE $1 = ANY (g.unit_ids) AND g.role = ANY ($3) AND a.kind = 'person' AND ${holdsAt("$2")}
  GROUP BY a.actor_id, a.name ORDER BY a.name COLLATE "C", a.actor_id LIMIT 500`;

export async function readUnitPeople(
  client: pg.ClientBase,
  unitId: string,
  at: Date,
): Promise<readonly UnitPerson[]> {
  const query = { name: "unit-people", text: READ, values: [unitId, at, WITH_TASKS] };
  return (await client.query<UnitPerson>(query)).rows;
}
