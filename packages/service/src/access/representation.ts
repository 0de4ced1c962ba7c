// Knows what somebody sees who acts for a patient: all, what was released to them, or nothing. Ages decide, at each request.
import type { CalendarDate } from "@rettvei/engine";
import { ageOn, type Born } from "./age.ts";

export const WAYS_TO_ACT = ["guardian", "power-of-attorney", "consent"] as const;
export type WayToAct = (typeof WAYS_TO_ACT)[number];

export interface Representation {
  readonly actsAs: WayToAct;
  /** Of the patient. */
  readonly born: Born;
  readonly representativeBorn: CalendarDate | undefined;
  /** A guardian of the child is registered at the child's address. */
  readonly atAddress: boolean;
  /** The patient's address is confidential. */
  readonly confidential: boolean;
}

export type SeenForAnother = "all" | "released" | "nothing";

const CHILD_UNTIL = 12;
const OF_HEALTH_AGE = 16;
const OF_AGE = 18;

function seenByGuardian({ born, atAddress }: Representation, day: CalendarDate): SeenForAnother {
  if (!atAddress || born.first === undefined) return "nothing";
  const age = ageOn(day, born.first);
  if (age < CHILD_UNTIL) return "all";
  return age < OF_HEALTH_AGE ? "released" : "nothing";
}

/** Where a birthday is not known to the day, whoever may be too old or too young counts as such. */
export function seenForAnother(one: Representation, day: CalendarDate): SeenForAnother {
  const { actsAs, born, representativeBorn, confidential } = one;
  if (confidential) return "nothing";
  if (actsAs === "guardian") return seenByGuardian(one, day);
  if (born.last === undefined || ageOn(day, born.last) < OF_HEALTH_AGE) return "nothing";
  if (actsAs === "consent") return "all";
  return representativeBorn !== undefined && ageOn(day, representativeBorn) >= OF_AGE
    ? "all"
    : "nothing";
}
