// Knows what a patient gives somebody who is to see: a consent or a power of attorney, and the days that it may have.
import { addDays, type CalendarDate, isCalendarDate } from "@rettvei/engine";

export interface Given {
  readonly way: "consent" | "power-of-attorney";
  readonly code: string;
  readonly name: string;
  /** When the other was born; asked for where only an adult may be given it. */
  readonly born: string;
  readonly until: string;
}

export const NOTHING_GIVEN: Given = { way: "consent", code: "", name: "", born: "", until: "" };

const LONGEST_CONSENT_DAYS = 366;
const OF_AGE = 18;

/** The last day that may be chosen; undefined where any may. */
export function lastDayOf(way: Given["way"], asOf: CalendarDate): CalendarDate | undefined {
  return way === "consent" ? addDays(asOf, LONGEST_CONSENT_DAYS) : undefined;
}

/** The last day on which somebody who is of age can have been born. */
export function bornAtLatest(asOf: CalendarDate): CalendarDate {
  const day = `${Number(asOf.slice(0, 4)) - OF_AGE}${asOf.slice(4)}`;
  // Of those born on a leap day there are none in a year without it: the day before is the last.
  return isCalendarDate(day) ? day : bornAtLatest(addDays(asOf, -1));
}

/** What is sent; the birthday only with what needs it. */
export function representationOf(given: Given, purpose: string): Record<string, unknown> {
  const { way, code, name, born, until } = given;
  return {
    ...{ actsAs: way, personId: code.trim(), personName: name.trim(), purpose, until },
    ...(way === "power-of-attorney" ? { representativeBornOn: born } : {}),
  };
}
