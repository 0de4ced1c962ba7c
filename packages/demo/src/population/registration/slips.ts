// Knows how registering goes wrong: what is left out, written wrong and put right, or written twice and taken back.
import type { DayNumber } from "@rettvei/engine";
import { ASSUMED } from "../../calibration.ts";
import { chance, wholeBetween } from "../../random/draw.ts";
import type { Random } from "../../random/random-stream.ts";
import type { Happening } from "../journey/happening.ts";
import { type Draft, delayDays, instantOn } from "./draft.ts";

/** What a unit's people leave out throughout one course. */
export interface Habits {
  readonly startMissing: boolean;
  readonly careLevelMissing: boolean;
  readonly oldHabits: boolean;
}

export function drawHabits(random: Random): Habits {
  return {
    startMissing: chance(random, ASSUMED.startMissing),
    careLevelMissing: chance(random, ASSUMED.careLevelMissing),
    oldHabits: chance(random, ASSUMED.oldHabits),
  };
}

/** The registration as it should be. `latest` is the last day on which it may be written. */
export function faithfulDraft(
  random: Random,
  happening: Happening,
  habits: Habits,
  latest: DayNumber,
): Draft {
  const recordedOn = Math.min(happening.day + delayDays(random), latest);
  const outcomeLost = happening.outcome !== undefined && chance(random, ASSUMED.outcomeMissing);
  return {
    happening,
    day: happening.day,
    outcome: outcomeLost ? undefined : happening.outcome,
    careLevel: habits.careLevelMissing ? undefined : happening.careLevel,
    recordedOn,
    recordedAt: instantOn(random, recordedOn),
    target: undefined,
    takesBack: false,
  };
}

const MOST_DAYS_WRONG = 10;
const MOST_DAYS_UNSEEN = 60;

/** Later than `draft` by up to two months. */
function laterThan(random: Random, draft: Draft): Pick<Draft, "recordedOn" | "recordedAt"> {
  const recordedOn = draft.recordedOn + wholeBetween(random, 1, MOST_DAYS_UNSEEN);
  return { recordedOn, recordedAt: instantOn(random, recordedOn) };
}

/** The date was written wrong first: some days too early, never later than it was written. */
function withCorrection(random: Random, right: Draft): readonly Draft[] {
  const wrong = { ...right, day: right.day - wholeBetween(random, 1, MOST_DAYS_WRONG) };
  return [wrong, { ...right, ...laterThan(random, right), target: wrong }];
}

/** The same event is written a second time, and taken back. */
function withSlip(random: Random, right: Draft): readonly Draft[] {
  const slip = { ...right, ...laterThan(random, right), outcome: right.happening.outcome };
  const takingBack = { ...slip, ...laterThan(random, slip), target: slip, takesBack: true };
  return [right, slip, takingBack];
}

/** The registration, as written and perhaps put right. */
export function draftsOf(random: Random, right: Draft): readonly Draft[] {
  const draw = random();
  if (draw < ASSUMED.corrected) return withCorrection(random, right);
  if (draw < ASSUMED.corrected + ASSUMED.voided) return withSlip(random, right);
  return [right];
}
