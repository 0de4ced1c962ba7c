// Knows how one audit entry is proved to be in the sealed log: by what stands beside its way to a signed root, without the other entries.
import type pg from "pg";
import { AppError } from "../../app-error.ts";
import { subtreeHashes } from "./audit-nodes.ts";
import { besideWay } from "./inclusion.ts";
import { rootOf } from "./merkle-edge.ts";
import { openProof } from "./open-proof.ts";
import { proofText } from "./proof-text.ts";
import { SEALED_TEXT } from "./sealed-text.ts";
import { openCheckpoint, type VerifierKey } from "./signed-note.ts";

const ENTRY = `
  SELECT ${SEALED_TEXT} AS text, l.place,
         (SELECT c.note FROM rettvei.audit_checkpoint c ORDER BY c.size DESC LIMIT 1) AS note
  FROM rettvei.audit_entry a LEFT JOIN rettvei.audit_leaf l ON l.seq = a.seq WHERE a.seq = $1`;

interface EntryRow {
  readonly text: string;
  readonly place: string | null;
  readonly note: string | null;
}

interface SealedEntry {
  readonly text: string;
  readonly place: number;
  /** The newest checkpoint of the store. */
  readonly note: string;
}

async function sealedEntry(client: pg.ClientBase, seq: number): Promise<SealedEntry> {
  const { rows } = await client.query<EntryRow>({
    name: "audit-entry-sealed",
    text: ENTRY,
    values: [seq],
  });
  const [row] = rows;
  if (row === undefined)
    throw new AppError("bad-input", `audit: expected an entry ${seq}, got none`);
  const { text, place, note } = row;
  if (place !== null && note !== null) return { text, place: Number(place), note };
  throw new AppError("bad-input", `audit: expected entry ${seq} to be sealed, got one that waits`);
}

/** The newest of the checkpoints that is of more leaves than the place; all must be signed. */
function coveringNote(verifier: VerifierKey, notes: readonly string[], place: number): string {
  const sized = notes.map((note) => ({ note, size: openCheckpoint(verifier, note)?.size ?? 0 }));
  const [largest] = sized.toSorted((a, b) => b.size - a.size);
  if (largest !== undefined && largest.size > place) return largest.note;
  throw new AppError(
    "bad-input",
    `checkpoint: expected one signed by ${verifier.name} of more than ${place} leaves, got none`,
  );
}

async function hashesBeside(
  client: pg.ClientBase,
  place: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const beside = besideWay(place, size);
  const hashes = await subtreeHashes(client, beside.flat());
  if (hashes === undefined) {
    throw new AppError(
      "bad-input",
      "audit: expected the nodes of the tree to be kept, got too few; the running service makes them within minutes",
    );
  }
  let used = 0;
  return beside.map((subtrees) => {
    const own = hashes.slice(used, used + subtrees.length);
    used += subtrees.length;
    return rootOf({ size: 0, hashes: own });
  });
}

/**
 * The proof of an entry as text, against the newest checkpoint or the newest of those given. It is checked before it is given:
 * an entry that is not as it was sealed, or a tree that does not lead to the root, gets none.
 */
export async function proveEntry(
  client: pg.ClientBase,
  verifier: VerifierKey,
  seq: number,
  outside: readonly string[] = [],
): Promise<string> {
  const { text, place, note: newest } = await sealedEntry(client, seq);
  const note = coveringNote(verifier, outside.length === 0 ? [newest] : outside, place);
  const size = openCheckpoint(verifier, note)?.size ?? 0;
  const beside = await hashesBeside(client, place, size);
  const proof = proofText({ entry: text, place, beside, note });
  openProof(verifier, proof);
  return proof;
}
