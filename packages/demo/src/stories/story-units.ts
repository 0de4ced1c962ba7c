// Knows the invented trust in which the stories take place, and its three units.
import { REGIONS } from "../organisation/health-trusts.ts";
import { units } from "../organisation/units.ts";

/** No registry gives organisation numbers that begin so. */
export const STORY_TRUST = {
  orgNumber: "000000501",
  name: "Prøvelia helseforetak (oppdiktet)",
  region: REGIONS[0]?.name ?? "",
} as const;

export interface StoryUnit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: "dps" | "bup" | "tsb-clinic";
}

/** In the range that no registry uses, beyond the units of the population. */
export const ADULTS = "9900901";
export const CHILDREN = "9900902";
export const ADDICTION = "9900903";

export const STORY_UNITS: readonly StoryUnit[] = [
  { unitId: ADULTS, name: "Prøvelia DPS (oppdiktet)", kind: "dps" },
  { unitId: CHILDREN, name: "BUP Prøvelia (oppdiktet)", kind: "bup" },
  { unitId: ADDICTION, name: "Ruspoliklinikk Prøvelia (oppdiktet)", kind: "tsb-clinic" },
];

/** The unit of another trust from which patients come: the population's first of the kind. */
export function neighbourOf(kind: StoryUnit["kind"]): string {
  const found = units().find((unit) => unit.kind === kind);
  if (found === undefined) throw new Error(`units: expected one of the kind ${kind}`);
  return found.id;
}
