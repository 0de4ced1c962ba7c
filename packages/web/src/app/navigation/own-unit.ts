// Knows at which unit somebody who holds a role works: the one they looked at last, if it is still theirs.
import type { HeldRole } from "../api/contract.ts";
import { lastUnit } from "../last-unit.ts";

/** Undefined for who holds the role at several units and looked at none, or at none. */
export function ownUnit({ units }: HeldRole): string | undefined {
  const last = lastUnit();
  if (units.some(({ unitId }) => unitId === last)) return last;
  return units.length === 1 ? units[0]?.unitId : undefined;
}
