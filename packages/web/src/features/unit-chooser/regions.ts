// Knows how units are grouped for choosing: by region, then by trust and name.
import type { Unit } from "../../app/api/contract.ts";

export interface Region {
  /** Undefined for units that belong to none. */
  readonly name: string | undefined;
  readonly units: readonly Unit[];
}

function matches({ name, hfName, rhfName }: Unit, words: readonly string[]): boolean {
  const text = [name, hfName, rhfName].join(" ").toLocaleLowerCase("nb");
  return words.every((word) => text.includes(word));
}

const text = (a: string | null, b: string | null): number =>
  (a ?? "\uffff").localeCompare(b ?? "\uffff", "nb");

/** Units that hold every word of the search, in any of their names. */
export function regionsOf(units: readonly Unit[], search: string): readonly Region[] {
  const words = search.toLocaleLowerCase("nb").split(/\s+/);
  const found = units
    .filter((unit) => matches(unit, words))
    .sort((a, b) => text(a.rhfName, b.rhfName) || text(a.hfName, b.hfName) || text(a.name, b.name));
  const regions = new Map<string | undefined, Unit[]>();
  for (const unit of found) {
    const name = unit.rhfName ?? undefined;
    regions.set(name, [...(regions.get(name) ?? []), unit]);
  }
  return [...regions].map(([name, own]) => ({ name, units: own }));
}
