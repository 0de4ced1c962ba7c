// Knows how the audit of a data directory or a server is verified from outside the service, also while it runs.
import { existsSync } from "node:fs";
import pg from "pg";
import { AppError } from "../../app-error.ts";
import { type Place, withDatabase } from "../../kept/reach-database.ts";
import { openProof, type ProvedEntry } from "./open-proof.ts";
import { proveEntry } from "./prove-entry.ts";
import { sealKey, sealKeyFile } from "./seal-key.ts";
import { readVerifier, type VerifierKey, verifierOf, verifierText } from "./signed-note.ts";
import { type AuditVerified, verifyAudit } from "./verify-audit.ts";

export interface VerifyOptions {
  /** The verifier key as it was given away; without it that of the data directory, which whoever holds it may have replaced. */
  readonly verifier?: string | undefined;
  /** Text of the checkpoints kept elsewhere, one after the other. */
  readonly outside?: string | undefined;
}

function verifierFor({ dataDir }: Place, given: string | undefined): VerifierKey {
  if (given !== undefined) {
    const verifier = readVerifier(given);
    if (verifier !== undefined) return verifier;
    throw new AppError("key-file", "verifier key: expected name+hash+key, got something else");
  }
  const file = process.env.RETTVEI_SEAL_KEY ?? sealKeyFile(dataDir);
  if (existsSync(file)) return verifierOf(sealKey(file));
  throw new AppError(
    "key-file",
    `seal key: expected ${file}, got nothing; give the verifier key with --key`,
  );
}

/** Notes in a text of several; each ends with its signature lines. */
function notesOf(text: string): readonly string[] {
  return text.match(/(?:[^\n]+\n){3,}\n(?:— [^\n]+\n)+/g) ?? [];
}

async function withClient<T>(place: Place, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withDatabase(place, async (address) => {
    const client = new pg.Client("url" in address ? { connectionString: address.url } : address);
    await client.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return await work(client);
    } finally {
      await client.end();
    }
  });
}

function notesGiven(text: string | undefined): readonly string[] {
  const notes = text === undefined ? [] : notesOf(text);
  if (text !== undefined && notes.length === 0) {
    throw new AppError("bad-input", "checkpoints: expected signed notes, got none");
  }
  return notes;
}

/** Holds the whole audit against its seal. Throws AppError where it cannot be reached or the key cannot be read. */
export function verifyAuditAt(place: Place, options: VerifyOptions = {}): Promise<AuditVerified> {
  const verifier = verifierFor(place, options.verifier);
  const outside = notesGiven(options.outside);
  return withClient(place, (client) => verifyAudit(client, verifier, outside));
}

/** The proof of one entry, as text that needs no database to be checked. Throws AppError `bad-proof` where it is not as it was sealed. */
export function proveEntryAt(
  place: Place,
  seq: number,
  options: VerifyOptions = {},
): Promise<string> {
  const verifier = verifierFor(place, options.verifier);
  const outside = notesGiven(options.outside);
  return withClient(place, (client) => proveEntry(client, verifier, seq, outside));
}

/** Checks such a proof by the verifier key alone; without one by that of the data directory. Throws AppError `bad-proof`. */
export function openProofBy(
  place: Place,
  text: string,
  options: Pick<VerifyOptions, "verifier"> = {},
): ProvedEntry {
  return openProof(verifierFor(place, options.verifier), text);
}

export interface LastSeal {
  /** The newest checkpoint, to be kept elsewhere; undefined while nothing is sealed. */
  readonly note: string | undefined;
  readonly verifier: string;
}

/** What is to be kept where nobody who can reach the database can change it. */
export function lastSealAt(place: Place): Promise<LastSeal> {
  const verifier = verifierText(verifierFor(place, undefined));
  return withClient(place, async (client) => {
    const { rows } = await client.query<{ note: string }>(
      "SELECT note FROM rettvei.audit_checkpoint ORDER BY size DESC LIMIT 1",
    );
    return { note: rows[0]?.note, verifier };
  });
}
