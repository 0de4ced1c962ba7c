// Knows how facts of several matters are parted, each matter with its own in order.
import type { Fact } from "./fact.ts";
import type { MatterType } from "./matter.ts";

/** Facts of the matters of one type, matter by matter, in the order in which the matters began. */
export function byMatter(
  facts: readonly Fact[],
  { kinds }: MatterType,
): readonly (readonly [Fact, ...Fact[]])[] {
  const ofType = new Set(kinds.map(({ kind }) => kind));
  const matters = new Map<string, [Fact, ...Fact[]]>();
  for (const fact of facts) {
    if (!ofType.has(fact.kind)) continue;
    const known = matters.get(fact.matterId);
    if (known === undefined) matters.set(fact.matterId, [fact]);
    else known.push(fact);
  }
  return [...matters.values()];
}
