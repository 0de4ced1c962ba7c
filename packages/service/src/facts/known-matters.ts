// Knows which things are there already, by their ids.
import type pg from "pg";

export async function knownMatters(
  client: pg.ClientBase | pg.Pool,
  matterIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const text = "SELECT matter_id FROM rettvei.matter WHERE matter_id = ANY ($1::text[])";
  const query = { name: "known-matters", text, values: [matterIds] };
  const { rows } = await client.query<{ matter_id: string }>(query);
  return new Set(rows.map((row) => row.matter_id));
}
