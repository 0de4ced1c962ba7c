// Knows the names of those who did something, by their ids.
import type pg from "pg";

export async function actorNames(
  client: pg.ClientBase,
  actorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const text = "SELECT actor_id, name FROM rettvei.actor WHERE actor_id = ANY ($1::text[])";
  const query = { name: "actor-names", text, values: [[...new Set(actorIds)]] };
  const { rows } = await client.query<{ actor_id: string; name: string }>(query);
  return new Map(rows.map((row) => [row.actor_id, row.name]));
}
