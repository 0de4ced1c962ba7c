// Knows how the audit is held against its seal: every entry, every leaf, every checkpoint, and those kept elsewhere.
import type pg from "pg";
import { type Edge, EMPTY, grown, leafHash, rootOf } from "./merkle-edge.ts";
import { MARK } from "./seal-audit.ts";
import { SEALED_TEXT } from "./sealed-text.ts";
import { type Checkpoint, openCheckpoint, type VerifierKey } from "./signed-note.ts";

/** What is wrong: which number, and in words. */
export interface AuditFault {
  /** Number of the entry or size of the checkpoint. */
  readonly at: number;
  readonly what: string;
}

export interface AuditVerified {
  /** Entries whose hash is in the tree and right. */
  readonly sealed: number;
  /** Entries not yet in the tree. */
  readonly unsealed: number;
  readonly checkpoints: number;
  /** Checkpoints kept elsewhere that were found again. */
  readonly outside: number;
  readonly faults: readonly AuditFault[];
}

const PAGE = 20_000;

const LEAVES = `
  SELECT l.place, l.seq, l.hash, a.seq AS entry, CASE WHEN a.seq IS NULL THEN NULL ELSE ${SEALED_TEXT} END AS text
  FROM rettvei.audit_leaf l LEFT JOIN rettvei.audit_entry a ON a.seq = l.seq
  WHERE l.place >= $1 ORDER BY l.place LIMIT ${PAGE}`;

interface LeafRow {
  readonly place: string;
  readonly seq: string;
  readonly hash: Buffer;
  readonly text: string | null;
}

interface CheckpointRow {
  readonly size: string;
  readonly note: string;
}

/** Checkpoints that must be met on the way, by size. */
type Expected = ReadonlyMap<
  number,
  readonly { readonly checkpoint: Checkpoint; readonly where: string }[]
>;

class Faults {
  readonly found: AuditFault[] = [];
  tell(at: number, what: string): void {
    this.found.push({ at, what });
  }
}

function faultOfLeaf({ hash, text }: LeafRow): string | undefined {
  if (text === null) return "entry: expected to be there, got none: it was removed";
  return leafHash(Buffer.from(text)).equals(hash)
    ? undefined
    : "entry: expected as it was sealed, got another content";
}

/** Checks a page of leaves; the edge after it. Checkpoints are held against the tree where it has their size. */
function checkPage(
  rows: readonly LeafRow[],
  before: Edge,
  expected: Expected,
  faults: Faults,
): Edge {
  let edge = before;
  for (const row of rows) {
    const place = Number(row.place);
    if (place !== edge.size) {
      faults.tell(Number(row.seq), `leaf: expected at place ${edge.size}, got ${place}`);
    }
    const fault = faultOfLeaf(row);
    if (fault !== undefined) faults.tell(Number(row.seq), fault);
    // The tree is made of what the entries are now, not of what the leaves claim.
    const hash = row.text === null ? row.hash : leafHash(Buffer.from(row.text));
    edge = grown(edge, [hash]);
    for (const { checkpoint, where } of expected.get(edge.size) ?? []) {
      if (!checkpoint.root.equals(rootOf(edge))) {
        faults.tell(edge.size, `${where}: expected the root of what is there, got another`);
      }
    }
  }
  return edge;
}

function expectedOf(
  verifier: VerifierKey,
  rows: readonly CheckpointRow[],
  outside: readonly string[],
  faults: Faults,
): { readonly expected: Expected; readonly met: number } {
  const expected = new Map<number, { checkpoint: Checkpoint; where: string }[]>();
  const add = (note: string, where: string, size?: number): boolean => {
    const checkpoint = openCheckpoint(verifier, note);
    if (checkpoint === undefined || checkpoint.origin !== verifier.name) {
      faults.tell(
        size ?? 0,
        `${where}: expected signed by ${verifier.name}, got another or no signature`,
      );
      return false;
    }
    if (size !== undefined && checkpoint.size !== size) {
      faults.tell(size, `${where}: expected of ${size} leaves, got ${checkpoint.size}`);
    }
    const same = expected.get(checkpoint.size) ?? [];
    expected.set(checkpoint.size, [...same, { checkpoint, where }]);
    return true;
  };
  for (const { size, note } of rows) add(note, "checkpoint", Number(size));
  const met = outside.filter((note) => add(note, "checkpoint kept elsewhere")).length;
  return { expected, met };
}

/**
 * Holds the whole audit against its seal. `outside` are notes of checkpoints kept where the database's owner could not
 * reach them: only they show that the end of the log was cut off, or that an older copy was put in its place.
 */
export async function verifyAudit(
  client: pg.ClientBase,
  verifier: VerifierKey,
  outside: readonly string[] = [],
): Promise<AuditVerified> {
  const faults = new Faults();
  const { rows: checkpoints } = await client.query<CheckpointRow>(
    "SELECT size, note FROM rettvei.audit_checkpoint ORDER BY size",
  );
  const { expected, met } = expectedOf(verifier, checkpoints, outside, faults);
  let edge = EMPTY;
  for (let page = await leavesFrom(client, 0); page.length > 0; ) {
    edge = checkPage(page, edge, expected, faults);
    page = await leavesFrom(client, Number(page.at(-1)?.place) + 1);
  }
  for (const [size, [first]] of expected) {
    if (size > edge.size && first !== undefined) {
      faults.tell(
        size,
        `${first.where}: expected ${size} leaves, got ${edge.size}: the end of the log is missing`,
      );
    }
  }
  const last = Math.max(0, ...checkpoints.map(({ size }) => Number(size)));
  if (last < edge.size) faults.tell(edge.size, "leaves: expected a checkpoint of them, got none");
  const unsealed = await countUnsealed(client, faults);
  return {
    sealed: edge.size,
    unsealed,
    checkpoints: checkpoints.length,
    outside: met,
    faults: faults.found,
  };
}

async function leavesFrom(client: pg.ClientBase, place: number): Promise<readonly LeafRow[]> {
  const { rows } = await client.query<LeafRow>({
    name: "audit-leaves",
    text: LEAVES,
    values: [place],
  });
  return rows;
}

const UNSEALED = `
  WITH ${MARK}
  SELECT count(*)::int AS count, min(a.seq) FILTER (WHERE a.seq < (SELECT seq FROM mark)) AS late
  FROM rettvei.audit_entry a
  WHERE NOT EXISTS (SELECT FROM rettvei.audit_leaf l WHERE l.seq = a.seq)`;

/** Entries that wait for the next sealing; one that lies behind what was sealed long ago was put there later. */
async function countUnsealed(client: pg.ClientBase, faults: Faults): Promise<number> {
  const { rows } = await client.query<{ count: number; late: string | null }>(UNSEALED);
  const { count = 0, late = null } = rows[0] ?? {};
  if (late !== null) {
    faults.tell(
      Number(late),
      "entry: expected to be sealed with those around it, got one that is not",
    );
  }
  return count;
}
