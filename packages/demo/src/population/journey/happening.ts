// Knows what truly happens in a course, before anybody registers it well or badly.
import type { CareLevel, DayNumber, GrantedFor, Severity, WorkingCalendar } from "@rettvei/engine";
import type { Random } from "../../random/random-stream.ts";
import type { Frame, World } from "../frame.ts";

/** What a happening tells beside its event, day and unit. */
export interface Facts {
  readonly outcome?: string | undefined;
  readonly careLevel?: CareLevel | undefined;
  readonly severity?: Severity | undefined;
  readonly grantedFor?: GrantedFor | undefined;
  readonly legalDeadline?: DayNumber | undefined;
}

export interface Happening extends Required<Facts> {
  readonly event: string;
  readonly day: DayNumber;
  readonly unitId: string;
}

/** What every chapter of a course is written from. */
export interface Scene {
  readonly world: World;
  readonly frame: Frame;
  readonly random: Random;
}

/** The time a patient lives at the ward. */
export interface Stay {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const NO_FACTS: Facts = {};

/** Written out field by field: all have one shape, which a population of a million feels. */
export function happening(
  event: string,
  day: DayNumber,
  unitId: string,
  { outcome, careLevel, severity, grantedFor, legalDeadline }: Facts = NO_FACTS,
): Happening {
  return { event, day, unitId, outcome, careLevel, severity, grantedFor, legalDeadline };
}

/** Care level and unit of a contact on a day. */
export function contactOn(
  { frame }: Scene,
  stay: Stay | undefined,
  day: DayNumber,
): { readonly careLevel: CareLevel; readonly unitId: string } {
  if (stay !== undefined && day >= stay.from && day <= stay.to)
    return { careLevel: "dogn", unitId: frame.units.ward.id };
  return {
    careLevel: frame.setting === "dag" ? "dag" : "poliklinikk",
    unitId: frame.units.clinic.id,
  };
}

/** The working day nearest to a day: Saturday counts back, Sunday counts on. */
export function nearestWorkingDay(calendar: WorkingCalendar, day: DayNumber): DayNumber {
  for (let away = 0; away < 7; away++) {
    if (calendar.isWorkingDay(day - away)) return day - away;
    if (calendar.isWorkingDay(day + away)) return day + away;
  }
  return day;
}

/** Days from one contact to the next, so that the next falls on a working day not before the first. */
export function workingDayAfter({ world }: Scene, from: DayNumber, days: number): DayNumber {
  const day = nearestWorkingDay(world.rulebook.calendar, from + days);
  return day < from ? from : day;
}
