// Knows an oddity seen in a log: data, not an exception.
import type { FindingRule } from "../edition/edition.ts";

export interface Finding {
  readonly rule: FindingRule;
  /** The records named, in the order the finding asks for; empty if it names none. */
  readonly recordIds: readonly string[];
}
