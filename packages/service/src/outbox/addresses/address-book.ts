// Knows how addresses are looked up: by the key that messages name, by the unit they are of, by a national number.
import type pg from "pg";
import type { Address } from "./address.ts";

/** Matters of the book, one for each entry. */
export function addressMatter(partyId: string): string {
  return `address ${partyId}`;
}

// The last that was told of each entry.
const LAST = `
  SELECT f.body FROM rettvei.matter m JOIN rettvei.fact f ON f.seq = m.last_seq
  WHERE m.type = 'address'`;

async function first(client: pg.ClientBase, query: pg.QueryConfig): Promise<Address | undefined> {
  const { rows } = await client.query<{ body: Address }>(query);
  return rows[0]?.body;
}

export function addressOfParty(
  client: pg.ClientBase,
  partyId: string,
): Promise<Address | undefined> {
  const values = [addressMatter(partyId)];
  return first(client, { name: "address-of-party", text: `${LAST} AND m.matter_id = $1`, values });
}

/** The entry that tells by which numbers a unit of ours is known to others. */
export function addressOfUnit(client: pg.ClientBase, unitId: string): Promise<Address | undefined> {
  const text = `${LAST} AND m.unit_id = $1 AND m.state = 'in-use'
    ORDER BY jsonb_array_length(f.body->'numbers') DESC, m.matter_id LIMIT 1`;
  return first(client, { name: "address-of-unit", text, values: [unitId] });
}

/** The whole book, by key. */
export async function allAddresses(client: pg.ClientBase): Promise<readonly Address[]> {
  const text = `${LAST} ORDER BY m.matter_id`;
  const { rows } = await client.query<{ body: Address }>({ name: "all-addresses", text });
  return rows.map(({ body }) => body);
}

/** The unit of ours that has the number, in use or closed. */
export async function unitOfNumber(
  client: pg.ClientBase,
  kind: string,
  number: string,
): Promise<Address | undefined> {
  const text = `${LAST} AND m.unit_id IS NOT NULL AND f.body->'numbers' @> $1::jsonb ORDER BY m.state DESC, m.matter_id LIMIT 1`;
  const values = [JSON.stringify([{ kind, number }])];
  return first(client, { name: "unit-of-number", text, values });
}
