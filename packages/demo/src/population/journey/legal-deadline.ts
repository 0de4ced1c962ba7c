// Knows how a patient's individual legal deadline falls: on a whole number of weeks, seldom before the attendance.
import type { DayNumber } from "@rettvei/engine";
import { CALIBRATION, type Sector } from "../../calibration.ts";
import { chance, wholeBetween } from "../../random/draw.ts";
import type { Random } from "../../random/random-stream.ts";

/** Weeks that units grant, counted from the referral; assumed. */
const WEEKS = [1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 20, 26, 39, 52, 78];
const MOST_SLACK_DAYS = 28;

export interface DeadlineDays {
  readonly received: DayNumber;
  readonly assessed: DayNumber;
  readonly attended: DayNumber;
}

/** The deadline, chosen so that the published share of patients is attended to after it. */
export function legalDeadlineFor(
  random: Random,
  sector: Sector,
  { received, assessed, attended }: DeadlineDays,
): DayNumber {
  const breached = chance(random, CALIBRATION.deadlineBreached[sector].value);
  if (breached && attended > assessed)
    return Math.max(assessed, attended - wholeBetween(random, 1, 21));
  const needed = attended - received + wholeBetween(random, 0, MOST_SLACK_DAYS);
  const weeks = WEEKS.find((candidate) => candidate * 7 >= needed) ?? Math.ceil(needed / 7);
  return received + weeks * 7;
}
