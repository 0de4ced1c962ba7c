// Knows the inner nodes of the audit's tree that are kept: one for each 256 leaves, one for each 256 of those, and so on.
import type pg from "pg";
import { EMPTY, grown, rootOf } from "./merkle-edge.ts";

/** Doublings from one kept level to the next. */
const STEP = 8;
const WIDTH = 2 ** STEP;

/** Nodes made at a time: a log that was sealed before they were kept gets them in several goes. */
const AT_ONCE = 400;

/** A complete subtree: its first leaf and the doublings from a leaf up to it. */
export interface Subtree {
  readonly start: number;
  readonly height: number;
}

/** Hash of the complete subtree above a power of two of hashes. */
function above(hashes: Iterable<Uint8Array>): Buffer {
  return Buffer.from(rootOf(grown(EMPTY, hashes)));
}

async function hashesFrom(
  client: pg.ClientBase,
  level: number,
  from: number,
  past: number,
): Promise<readonly Buffer[]> {
  const [table, own] = level === 0 ? ["audit_leaf", ""] : ["audit_node", `level = ${level} AND `];
  const { rows } = await client.query<{ hash: Buffer }>(
    `SELECT hash FROM rettvei.${table} WHERE ${own}place >= $1 AND place < $2 ORDER BY place`,
    [from, past],
  );
  return rows.map(({ hash }) => hash);
}

async function keptAt(client: pg.ClientBase, level: number): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    "SELECT coalesce(max(place) + 1, 0) AS count FROM rettvei.audit_node WHERE level = $1",
    [level],
  );
  return Number(rows[0]?.count ?? 0);
}

/** Adds the nodes of a level that are complete and not there yet; how many are there then. */
async function keepLevel(client: pg.ClientBase, level: number, below: number): Promise<number> {
  const kept = await keptAt(client, level);
  const past = Math.min(Math.floor(below / WIDTH), kept + AT_ONCE);
  if (past <= kept) return kept;
  const hashes = await hashesFrom(client, level - 1, kept * WIDTH, past * WIDTH);
  const nodes = Array.from({ length: past - kept }, (_, nr) =>
    above(hashes.slice(nr * WIDTH, (nr + 1) * WIDTH)),
  );
  await client.query(
    `INSERT INTO rettvei.audit_node (level, place, hash)
     SELECT $1, $2::bigint + nr - 1, hash FROM unnest($3::bytea[]) WITH ORDINALITY AS node (hash, nr)`,
    [level, kept, nodes],
  );
  return past;
}

/** Keeps the nodes above the first leaves that are not kept yet. Only whoever seals may call it: one at a time. */
export async function keepNodes(client: pg.ClientBase, leaves: number): Promise<void> {
  for (let level = 1, below = leaves; below >= WIDTH; level++) {
    below = await keepLevel(client, level, below);
  }
}

// Hashes of the nearest kept level at or below, of each subtree in order. The limit is never reached: without it the database
// expects far more rows, and prepares itself for them longer than it reads.
const KEPT_OF = `
  SELECT w.nr::int AS nr, array_agg(kept.hash ORDER BY kept.place) AS hashes
  FROM unnest($1::smallint[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS w (level, first, past, nr)
  JOIN LATERAL (
    (SELECT l.place, l.hash FROM rettvei.audit_leaf l
     WHERE w.level = 0 AND l.place >= w.first AND l.place < w.past ORDER BY l.place LIMIT ${WIDTH})
    UNION ALL
    (SELECT n.place, n.hash FROM rettvei.audit_node n
     WHERE n.level = w.level AND n.place >= w.first AND n.place < w.past ORDER BY n.place LIMIT ${WIDTH})
  ) AS kept ON true
  GROUP BY w.nr ORDER BY w.nr`;

/** Hashes of complete subtrees, in their order; undefined where what they are made of is not all kept. */
export async function subtreeHashes(
  client: pg.ClientBase,
  subtrees: readonly Subtree[],
): Promise<readonly Buffer[] | undefined> {
  const level = subtrees.map(({ height }) => Math.floor(height / STEP));
  const first = subtrees.map(({ start }, nr) => start / WIDTH ** (level[nr] ?? 0));
  const count = subtrees.map(({ height }) => 2 ** (height % STEP));
  const past = first.map((from, nr) => from + (count[nr] ?? 0));
  const { rows } = await client.query<{ nr: number; hashes: Buffer[] }>({
    name: "audit-subtrees",
    text: KEPT_OF,
    values: [level, first, past],
  });
  const whole =
    rows.length === subtrees.length && rows.every(({ hashes }, nr) => hashes.length === count[nr]);
  return whole ? rows.map(({ hashes }) => above(hashes)) : undefined;
}
