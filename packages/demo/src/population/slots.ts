// Knows how courses are dealt out to patient groups: every hundred courses hold the same mix, in their own order.
import type { Sector } from "../calibration.ts";
import { PURPOSE } from "../random/purposes.ts";
import { randomAt } from "../random/random-stream.ts";

/** Age in whole years on the last day of the population. */
export const AGE_GROUPS = ["4-10", "11-17", "18-20", "21-29", "30-44", "45-64", "65-90"] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** Courses of each group in a hundred. Sectors add up to the published shares; how ages split is assumed. */
const MIX: readonly (readonly [Sector, AgeGroup, number])[] = [
  ["phv-barn-unge", "4-10", 8],
  ["phv-barn-unge", "11-17", 14],
  ["phv-voksne", "18-20", 4],
  ["phv-voksne", "21-29", 17],
  ["phv-voksne", "30-44", 22],
  ["phv-voksne", "45-64", 19],
  ["phv-voksne", "65-90", 8],
  ["tsb", "18-20", 1],
  ["tsb", "21-29", 2],
  ["tsb", "30-44", 3],
  ["tsb", "45-64", 2],
];

interface Slot {
  readonly sector: Sector;
  readonly group: AgeGroup;
  /** Place among the slots of the same age group. */
  readonly place: number;
}

function dealtSlots(): readonly Slot[] {
  const taken = new Map<AgeGroup, number>();
  return MIX.flatMap(([sector, group, count]) =>
    Array.from({ length: count }, () => {
      const place = taken.get(group) ?? 0;
      taken.set(group, place + 1);
      return { sector, group, place };
    }),
  );
}

const SLOTS = dealtSlots();
const BLOCK = SLOTS.length;

function sizesOfGroups(): ReadonlyMap<AgeGroup, number> {
  return new Map(
    AGE_GROUPS.map((group) => [group, SLOTS.filter((slot) => slot.group === group).length]),
  );
}

const GROUP_SIZES = sizesOfGroups();

/** Steps that visit every slot of a block once. */
const STEPS = Array.from({ length: BLOCK }, (_, step) => step).filter(
  (step) => step % 2 !== 0 && step % 5 !== 0,
);

export interface DealtSlot {
  readonly sector: Sector;
  readonly group: AgeGroup;
  /** Number of this course among all of its age group, dense from 0. */
  readonly rank: number;
}

/** The group that a course index falls into. */
export function slotOf(seed: number, index: number): DealtSlot {
  const block = Math.floor(index / BLOCK);
  const draw = Math.floor(randomAt(seed, block, PURPOSE.slots) * STEPS.length * BLOCK);
  const step = STEPS[draw % STEPS.length] ?? 1;
  const offset = Math.floor(draw / STEPS.length);
  const slot = SLOTS[((index % BLOCK) * step + offset) % BLOCK];
  if (slot === undefined) throw new Error("bug: the slots of a block do not cover it");
  const { sector, group, place } = slot;
  return { sector, group, rank: block * (GROUP_SIZES.get(group) ?? 0) + place };
}
