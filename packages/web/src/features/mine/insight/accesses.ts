// Knows how the entries of the log are gathered: by who looked and why, each minute and kind of deed once.
import type { PageData } from "../page-data.ts";

export type Entry = NonNullable<PageData["log"]>["entries"][number];
type Deed = "refused" | "unforeseen" | "read" | "changed";

interface Moment {
  readonly at: string;
  readonly deed: Deed;
}

export interface Accesses {
  /** The newest of them: to ask about it. */
  readonly first: Entry;
  readonly moments: readonly Moment[];
}

function deedOf({ outcome, unforeseen, what }: Entry): Deed {
  if (outcome === "refused") return "refused";
  if (unforeseen) return "unforeseen";
  return what.endsWith(" r") ? "read" : "changed";
}

const keyOf = ({ name, organisation, unit, why }: Entry): string =>
  JSON.stringify([name, organisation, unit, why.nb]);
const minuteOf = ({ at }: { readonly at: string }): string =>
  at.slice(0, "2026-01-01T00:00".length);

function withMoment({ first, moments }: Accesses, entry: Entry): Accesses {
  const [at, deed] = [entry.at, deedOf(entry)];
  const known = moments.some((one) => one.deed === deed && minuteOf(one) === minuteOf(entry));
  return known ? { first, moments } : { first, moments: [...moments, { at, deed }] };
}

/** In the order of the entries, which is the newest first. */
export function accessesOf(entries: readonly Entry[]): readonly Accesses[] {
  const groups = new Map<string, Accesses>();
  for (const entry of entries) {
    const key = keyOf(entry);
    groups.set(key, withMoment(groups.get(key) ?? { first: entry, moments: [] }, entry));
  }
  return [...groups.values()];
}
