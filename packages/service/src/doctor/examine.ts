// Knows how everything that must always hold is held against what is kept, while the service works.
import { existsSync } from "node:fs";
import { readBundle } from "@rettvei/definitions";
import pg from "pg";
import { sealKey, sealKeyFile } from "../audit/seal/seal-key.ts";
import { type VerifierKey, verifierOf } from "../audit/seal/signed-note.ts";
import { judgingBy } from "../judging/judging.ts";
import { type Place, withDatabase } from "../kept/reach-database.ts";
import { ACCESS_DECIDED } from "./access-decided.ts";
import { AUDIT_AS_SEALED } from "./audit-as-sealed.ts";
import { AUDIT_OF_SOMETHING } from "./audit-of-something.ts";
import { AUDIT_WHOLE } from "./audit-whole.ts";
import type { Examined, Invariant } from "./invariant.ts";
import { MATTERS_AS_TOLD } from "./matters-as-told.ts";
import { NUMBERS_ONCE } from "./numbers-once.ts";
import { ONE_RUNNING_COURSE } from "./one-running-course.ts";
import { OPEN_MATTERS_OWNED } from "./open-matters-owned.ts";
import { REFERENCES_HOLD } from "./references-hold.ts";
import { SERVER_SOUND } from "./server-sound.ts";
import { STATES_AS_JUDGED } from "./states-as-judged.ts";
import { TAKEN_AWAY_ONCE } from "./taken-away-once.ts";
import { WRITING_AUDITED } from "./writing-audited.ts";

const INVARIANTS: readonly Invariant[] = [
  SERVER_SOUND,
  REFERENCES_HOLD,
  NUMBERS_ONCE,
  TAKEN_AWAY_ONCE,
  STATES_AS_JUDGED,
  MATTERS_AS_TOLD,
  OPEN_MATTERS_OWNED,
  ONE_RUNNING_COURSE,
  WRITING_AUDITED,
  AUDIT_OF_SOMETHING,
  ACCESS_DECIDED,
  AUDIT_WHOLE,
  AUDIT_AS_SEALED,
];

export interface Finding {
  readonly says: string;
  readonly troubles: readonly string[];
}

/** Every invariant with where it does not hold, in a fixed order. */
export async function examine(examined: Examined): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { says, troubles } of INVARIANTS)
    findings.push({ says, troubles: await troubles(examined) });
  return findings;
}

function verifierAt({ dataDir }: Place): VerifierKey | undefined {
  const file = process.env.RETTVEI_SEAL_KEY ?? sealKeyFile(dataDir);
  return existsSync(file) ? verifierOf(sealKey(file)) : undefined;
}

/** Examines a data directory or a server, at one moment. Throws AppError where it cannot be reached. */
export function examineAt(place: Place): Promise<readonly Finding[]> {
  return withDatabase(place, async (address) => {
    const client = new pg.Client("url" in address ? { connectionString: address.url } : address);
    client.on("error", () => undefined); // the query that meets it fails with it
    await client.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const kind = place.databaseUrl === undefined ? "embedded" : "external";
      const judging = judgingBy(readBundle());
      return await examine({ client, kind, judging, verifier: verifierAt(place) });
    } finally {
      await client.end();
    }
  });
}
