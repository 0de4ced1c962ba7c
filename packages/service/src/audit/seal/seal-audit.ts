// Knows how audit entries are sealed: those not yet in the tree are added to it, and its root is signed.
import type pg from "pg";
import type { Store } from "../../store/store.ts";
import { inTransaction } from "../../store/transaction.ts";
import { keepNodes } from "./audit-nodes.ts";
import { type Edge, EMPTY, grown, leafHash, rootOf } from "./merkle-edge.ts";
import { SEALED_TEXT } from "./sealed-text.ts";
import { type NoteKey, signCheckpoint } from "./signed-note.ts";

/** Entries sealed at a time: what a service that was down for long finds is sealed in several goes. */
const BATCH = 20_000;
const LOCK = 7_388_352;

/**
 * A transaction gets its number before it commits, so a lower one may appear after higher ones were sealed. What is not
 * sealed is looked for behind the last leaf, as far as this before the last sealing: no request takes longer.
 */
const LOOK_BACK = "3 minutes";

/** The number behind which every entry is sealed, as two parts of a WITH. */
export const MARK = `
  last AS (SELECT sealed_at FROM rettvei.audit_checkpoint ORDER BY size DESC LIMIT 1),
       mark AS (
         SELECT l.seq FROM rettvei.audit_leaf l
         WHERE l.place = (
           SELECT c.size - 1 FROM rettvei.audit_checkpoint c, last
           WHERE c.sealed_at < last.sealed_at - interval '${LOOK_BACK}' ORDER BY c.size DESC LIMIT 1))`;

const UNSEALED = `
  WITH ${MARK}
  SELECT a.seq, ${SEALED_TEXT} AS text
  FROM rettvei.audit_entry a
  WHERE a.seq > greatest((SELECT seq FROM mark), $2::bigint)
    AND NOT EXISTS (SELECT FROM rettvei.audit_leaf l WHERE l.seq = a.seq)
  ORDER BY a.seq LIMIT $1`;

const ADD = `
  INSERT INTO rettvei.audit_leaf (place, seq, hash)
  SELECT $1::bigint + nr - 1, seq, hash FROM unnest($2::bigint[], $3::bytea[]) WITH ORDINALITY AS leaf (seq, hash, nr)`;

interface LastCheckpoint {
  readonly size: string;
  readonly edge: readonly Buffer[];
}

async function edgeOf(client: pg.ClientBase): Promise<Edge> {
  const { rows } = await client.query<LastCheckpoint>(
    "SELECT size, edge FROM rettvei.audit_checkpoint ORDER BY size DESC LIMIT 1",
  );
  const [last] = rows;
  return last === undefined ? EMPTY : { size: Number(last.size), hashes: last.edge };
}

interface Batch {
  readonly sealed: number;
  /** Number of its last entry. */
  readonly last: string;
}

/** Seals entries numbered above `after`, and keeps the nodes above what was sealed before. */
async function sealBatch(
  store: Store,
  client: pg.ClientBase,
  key: NoteKey,
  after: string,
): Promise<Batch> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  const before = await edgeOf(client);
  const { rows } = await client.query<{ seq: string; text: string }>(UNSEALED, [BATCH, after]);
  await keepNodes(client, before.size);
  if (rows.length === 0) return { sealed: 0, last: after };
  const hashes = rows.map(({ text }) => leafHash(Buffer.from(text)));
  await client.query(ADD, [before.size, rows.map(({ seq }) => seq), hashes]);
  const edge = grown(before, hashes);
  const root = Buffer.from(rootOf(edge));
  const note = signCheckpoint(key, { origin: key.name, size: edge.size, root });
  await client.query(
    "INSERT INTO rettvei.audit_checkpoint (size, sealed_at, edge, note) VALUES ($1, $2, $3, $4)",
    [edge.size, store.now(), edge.hashes, note],
  );
  return { sealed: rows.length, last: rows.at(-1)?.seq ?? after };
}

/** Seals every entry that is committed. Answers how many. Two may try at once: they take turns. */
export async function sealAudit(store: Store, key: NoteKey): Promise<number> {
  let sealed = 0;
  // What appears behind a batch while this goes on is found the next time.
  for (let after = "0"; ; ) {
    const batch = await inTransaction(store.database.pool, (client) =>
      sealBatch(store, client, key, after),
    );
    sealed += batch.sealed;
    after = batch.last;
    if (batch.sealed < BATCH) return sealed;
  }
}
