// Knows the register of what is kept, why and for how long, as the one file that code and tests read.
import { readFileSync } from "node:fs";

interface KeptTableClass {
  readonly class: string;
  /** True where rows are added and never changed or removed, held by a trigger. */
  readonly appendOnly: boolean;
  readonly purpose: string;
  /** Kind and purpose of each column. */
  readonly columns: Readonly<Record<string, readonly [string, string]>>;
}

interface Retention {
  readonly classes: Readonly<
    Record<string, { readonly kept: string; readonly removedBy: string | null }>
  >;
  readonly kinds: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, KeptTableClass>>;
}

export const RETENTION: Retention = JSON.parse(
  readFileSync(new URL("../../retention.json", import.meta.url), "utf8"),
);
