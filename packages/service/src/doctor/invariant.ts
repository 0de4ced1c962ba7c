// Knows what an invariant is: something that must always hold of what is kept, and who tells where it does not.
import type pg from "pg";
import type { VerifierKey } from "../audit/seal/signed-note.ts";
import type { Judging } from "../judging/judging.ts";

/** What is examined: one moment of the database, read as its owner. */
export interface Examined {
  readonly client: pg.ClientBase;
  readonly kind: "embedded" | "external";
  readonly judging: Judging;
  /** Of the audit's seal; undefined where the key is not here. */
  readonly verifier: VerifierKey | undefined;
}

export interface Invariant {
  /** As a sentence that holds. */
  readonly says: string;
  /** One line for each place where it does not hold; never a name, a person number or free text. */
  readonly troubles: (examined: Examined) => Promise<readonly string[]>;
}

/** An invariant that one statement tells: it answers a row with a text `trouble` for each place. */
export function byStatement(says: string, sql: string): Invariant {
  return {
    says,
    troubles: async ({ client }) => {
      const { rows } = await client.query<{ trouble: string }>(sql);
      return rows.map(({ trouble }) => trouble);
    },
  };
}
