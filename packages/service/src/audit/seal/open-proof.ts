// Knows what a proof of one audit entry shows: checked with the verifier key alone, where there is no database.
import { AppError } from "../../app-error.ts";
import { rootByWay } from "./inclusion.ts";
import { leafHash } from "./merkle-edge.ts";
import { readProof } from "./proof-text.ts";
import { SEALED_COLUMNS } from "./sealed-text.ts";
import { openCheckpoint, type VerifierKey } from "./signed-note.ts";

export interface ProvedEntry {
  /** By column, as it was sealed. */
  readonly entry: Readonly<Record<string, unknown>>;
  readonly place: number;
  /** Leaves that the signed root is of. */
  readonly size: number;
}

function refused(what: string): AppError {
  return new AppError("bad-proof", `proof: ${what}`);
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  const values: unknown = JSON.parse(text);
  if (!Array.isArray(values) || values.length !== SEALED_COLUMNS.length) {
    throw refused(`expected an entry of ${SEALED_COLUMNS.length} columns, got another`);
  }
  return Object.fromEntries(SEALED_COLUMNS.map((column, nr) => [column, values[nr]]));
}

/** The entry that a proof is of. Throws AppError `bad-proof` where it is not proved. */
export function openProof(verifier: VerifierKey, text: string): ProvedEntry {
  const proof = readProof(text);
  if (proof === undefined) throw refused("expected a tlog-proof with an entry, got something else");
  const checkpoint = openCheckpoint(verifier, proof.note);
  if (checkpoint === undefined || checkpoint.origin !== verifier.name) {
    throw refused(`expected a checkpoint signed by ${verifier.name}, got another or no signature`);
  }
  const { place } = proof;
  const { size, root } = checkpoint;
  const led = rootByWay(leafHash(Buffer.from(proof.entry)), { place, size }, proof.beside);
  if (led === undefined || !root.equals(led)) {
    throw refused(
      "expected the signed root, got another: the entry is not in the log as it stands here",
    );
  }
  return { entry: fieldsOf(proof.entry), place, size };
}
