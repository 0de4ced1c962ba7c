// Knows a registration before it has a number: what is written, when, and what it puts right or takes back.
import type { CareLevel, DayNumber, Instant } from "@rettvei/engine";
import { toCalendarDate } from "@rettvei/engine";
import type { Random } from "../../random/random-stream.ts";
import type { Happening } from "../journey/happening.ts";

export interface Draft {
  readonly happening: Happening;
  /** As written, right or wrong. */
  readonly day: DayNumber;
  readonly outcome: string | undefined;
  readonly careLevel: CareLevel | undefined;
  readonly recordedOn: DayNumber;
  readonly recordedAt: Instant;
  /** What it takes the place of, or, if `takesBack`, takes away. */
  readonly target: Draft | undefined;
  readonly takesBack: boolean;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const FIRST_HOUR = 6;
const HOURS = 13;

/** An instant of the working day. From 06 to 19 UTC the date is the same in Norway, summer and winter. */
export function instantOn(random: Random, day: DayNumber): Instant {
  const second = Math.floor(random() * HOURS * 3600);
  const hour = twoDigits(FIRST_HOUR + Math.floor(second / 3600));
  const minute = twoDigits(Math.floor(second / 60) % 60);
  const milliseconds = String(Math.floor(random() * 1000)).padStart(3, "0");
  return `${toCalendarDate(day)}T${hour}:${minute}:${twoDigits(second % 60)}.${milliseconds}Z` as Instant;
}

/** Days from a happening to its registration: most on the day, some within days, a few after weeks. */
export function delayDays(random: Random): number {
  const draw = random();
  if (draw < 0.68) return 0;
  if (draw < 0.88) return 1 + Math.floor(random() * 3);
  if (draw < 0.98) return 4 + Math.floor(random() * 11);
  return 15 + Math.floor(random() * 46);
}
