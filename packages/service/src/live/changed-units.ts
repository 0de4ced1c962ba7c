// Knows at which units something has just changed, for those who listen in this program; ids of units and nothing else.

export type UnitsChanged = (unitIds: readonly string[]) => void;

const listeners = new Set<UnitsChanged>();

/** Tells everybody who listens. */
export function tellChanged(unitIds: readonly string[]): void {
  for (const listener of listeners) listener(unitIds);
}

/** Hears of each change until the answer is called. */
export function hearChanged(listener: UnitsChanged): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
