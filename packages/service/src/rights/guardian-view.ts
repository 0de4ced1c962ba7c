// Knows what was said of one item (a course, or a matter of it) to a child's guardians: withheld, or released.
import { Type } from "typebox";
import type { AgeGroup } from "../access/age.ts";
import { factKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { WordsSchema } from "../http/schemas/words.ts";

const Why = Type.Object({ reason: WordsSchema });

export const WITHHELD = factKind("withheld-from-guardians", Why);
export const RELEASED = factKind("released-to-guardians", Why);

export const GUARDIAN_VIEWS = ["withheld", "released"] as const;
export type GuardianView = (typeof GUARDIAN_VIEWS)[number];

/** Of one item there is one such matter: the last word holds. */
export function guardianViewOf(itemId: string): string {
  return `guardians ${itemId}`;
}

export const GUARDIAN_VIEW: MatterType = {
  type: "guardian-view",
  kinds: [WITHHELD, RELEASED],
  standing: (facts) => {
    const state = facts.at(-1)?.kind === WITHHELD.kind ? "withheld" : "released";
    return { state, open: false, unitId: null, personId: null, dueOn: null };
  },
};

/** What a child's guardians see of a course is decided by age, and then by what was last said of it. */
export function guardiansSee(ageGroup: AgeGroup, said: GuardianView | undefined): boolean {
  if (ageGroup === "adult") return false;
  return ageGroup === "child" ? said !== "withheld" : said === "released";
}
