// Knows how a role that somebody holds is said: its name, and where it holds.
import type { HeldRole } from "../../app/api/contract.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";

/** The unit, or the first of several; nothing for a role without units. */
export function placeWords({ units }: HeldRole, t: Catalogue): string {
  const [first, ...more] = units;
  if (first === undefined) return "";
  const name = first.name ?? first.unitId;
  return more.length === 0 ? name : `${name} ${t.session.more(more.length)}`;
}
