// Knows that what a row refers to is there, also where somebody had the database's own checks switched off.
import type { Examined, Invariant } from "./invariant.ts";

interface Reference {
  readonly name: string;
  readonly valid: boolean;
  readonly from: string;
  readonly to: string;
  readonly pairs: string;
  readonly filled: string;
}

const REFERENCES = `
  SELECT conname AS name, convalidated AS valid, conrelid::regclass::text AS from, confrelid::regclass::text AS to,
    string_agg(format('t.%I = f.%I', target.attname, own.attname), ' AND ' ORDER BY place) AS pairs,
    string_agg(format('f.%I IS NOT NULL', own.attname), ' AND ' ORDER BY place) AS filled
  FROM pg_constraint, unnest(conkey, confkey) WITH ORDINALITY AS key (own_key, target_key, place)
  JOIN pg_attribute own ON own.attnum = own_key
  JOIN pg_attribute target ON target.attnum = target_key
  WHERE contype = 'f' AND connamespace = 'rettvei'::regnamespace
    AND own.attrelid = conrelid AND target.attrelid = confrelid
  GROUP BY oid, conname, convalidated, conrelid, confrelid ORDER BY conname`;

async function troublesOf({ client }: Examined, reference: Reference): Promise<readonly string[]> {
  const { name, valid, from, to, pairs, filled } = reference;
  if (!valid) return [`${name}: expected a checked reference, got one not validated`];
  const { rows } = await client.query<{ missing: number }>(
    `SELECT count(*)::int AS missing FROM ${from} f WHERE ${filled} AND NOT EXISTS (SELECT FROM ${to} t WHERE ${pairs})`,
  );
  const missing = rows[0]?.missing ?? 0;
  return missing === 0
    ? []
    : [`${name}: expected a row of ${to} for each of ${from}, got none for ${missing}`];
}

export const REFERENCES_HOLD: Invariant = {
  says: "Everything that a row refers to is there.",
  troubles: async (examined) => {
    const { rows } = await examined.client.query<Reference>(REFERENCES);
    const troubles: string[] = [];
    for (const reference of rows) troubles.push(...(await troublesOf(examined, reference)));
    return troubles;
  },
};
