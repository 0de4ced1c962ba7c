// Knows how each figure is counted over judged courses: which courses, and which of them.
import { daysBetween, type Verdict } from "@rettvei/engine";
import { DAYS_BEHIND_SHARES, type Sector } from "../calibration.ts";
import { type Unit, type UnitKind, units } from "../organisation/units.ts";
import { CONDITIONS } from "../population/person.ts";
import { firstOf, type ObservedCourse, verdictsOfRule } from "./observed-course.ts";

/** A part of a count; `part` may also be a sum whose mean is asked for. */
export interface Share {
  readonly part: number;
  readonly count: number;
}

export type Measure = (courses: readonly ObservedCourse[]) => Share;

export function complementOf(measure: Measure): Measure {
  return (courses) => {
    const { part, count } = measure(courses);
    return { part: count - part, count };
  };
}

function shareOf<T>(all: readonly T[], belongs: (one: T) => boolean): Share {
  return { part: all.filter(belongs).length, count: all.length };
}

function inPathway(courses: readonly ObservedCourse[], pathway: string): readonly ObservedCourse[] {
  return courses.filter(({ course }) => course.log.pathway === pathway);
}

const UNIT_BY_ID: ReadonlyMap<string, Unit> = new Map(units().map((unit) => [unit.id, unit]));

const SECTOR_OF_KIND: Readonly<Partial<Record<UnitKind, Sector>>> = {
  dps: "phv-voksne",
  "psychiatric-ward": "phv-voksne",
  bup: "phv-barn-unge",
  "tsb-clinic": "tsb",
  "tsb-ward": "tsb",
};
const DAYS_OF_EIGHTEEN_YEARS = 6575;

/** As the registry does it: by the kind of unit; units for all ages by the patient's age. */
function sectorOf({ course, counted }: ObservedCourse): Sector | undefined {
  const [first] = counted;
  const unit = UNIT_BY_ID.get(first?.unitId ?? "");
  if (first === undefined || unit === undefined) return undefined;
  const sector = SECTOR_OF_KIND[unit.kind];
  if (sector !== undefined) return sector;
  const age = daysBetween(course.patient.birthDate, first.record.occurredOn);
  return age < DAYS_OF_EIGHTEEN_YEARS ? "phv-barn-unge" : "phv-voksne";
}

/** The measure over courses of one region only. */
export function inRegion(region: string, measure: Measure): Measure {
  return (courses) =>
    measure(
      courses.filter(({ counted }) => UNIT_BY_ID.get(counted[0]?.unitId ?? "")?.region === region),
    );
}

export function coursesOfSector(sector: Sector): Measure {
  return (courses) => shareOf(courses, (one) => sectorOf(one) === sector);
}

export const withCondition: Measure = (courses) =>
  shareOf(
    courses,
    ({ course, counted }) =>
      CONDITIONS.some((condition) => condition === course.log.pathway) ||
      counted.some(({ record }) => record.condition !== undefined),
  );

export function refused(sector: Sector): Measure {
  return (courses) => {
    const outcomes = inPathway(courses, sector).flatMap(
      (one) => firstOf(one, "referral-assessed")?.record.outcome ?? [],
    );
    return shareOf(outcomes, (outcome) => outcome === "no-right");
  };
}

const LONG_ENOUGH_AGO = 366;

/** Mean days from referral to first attendance, of referrals old enough for the long waits to be over. */
export function meanWait(sector: Sector): Measure {
  return (courses) => {
    const waits = inPathway(courses, sector).flatMap((one) => {
      const received = firstOf(one, "referral-received")?.record.occurredOn;
      const attended = firstOf(one, "first-attendance")?.record.occurredOn;
      const last = one.verdicts[0]?.asOf;
      if (received === undefined || attended === undefined || last === undefined) return [];
      return daysBetween(received, last) > LONG_ENOUGH_AGO ? [daysBetween(received, attended)] : [];
    });
    return { part: waits.reduce((sum, days) => sum + days, 0), count: waits.length };
  };
}

function isDecided({ verdict }: Verdict): boolean {
  return verdict === "met" || verdict === "not-met";
}

function isClosed({ to }: Verdict): boolean {
  return to !== undefined;
}

/** Of the closed intervals of a rule, those that were met; in one pathway, or in all. */
export function met(rule: string, pathway?: string): Measure {
  return (courses) => {
    const among = pathway === undefined ? courses : inPathway(courses, pathway);
    const verdicts = among.flatMap((one) => verdictsOfRule(one, rule)).filter(isDecided);
    return shareOf(verdicts.filter(isClosed), ({ verdict }) => verdict === "met");
  };
}

/** Of all intervals of a rule whose time is over, those that were met; nothing done is not met. */
export function metOfAll(rule: string): Measure {
  return (courses) => {
    const verdicts = courses.flatMap((one) => verdictsOfRule(one, rule)).filter(isDecided);
    return shareOf(verdicts, ({ verdict }) => verdict === "met");
  };
}

/** First evaluations in outpatient care; by days, for the limit of adults is not known. */
export function evaluatedInTime(sector: Sector): Measure {
  return (courses) => {
    const evaluated = inPathway(courses, sector)
      .flatMap((one) => verdictsOfRule(one, "first-evaluation"))
      .filter(({ to, careLevel }) => to !== undefined && careLevel === "poliklinikk");
    const limit = DAYS_BEHIND_SHARES.evaluatedInTime[sector];
    return shareOf(evaluated, ({ days }) => days !== undefined && days <= limit);
  };
}

const TIME_TO_PLAN = 60;

/** Of those whose treatment was decided two months ago or earlier, those with a plan made together. */
export function planTogether(sector: Sector): Measure {
  return (courses) => {
    const decided = inPathway(courses, sector).filter(({ counted, verdicts }) => {
      const treated = counted.find(
        ({ record }) => record.outcome?.startsWith("treatment-") ?? false,
      );
      const asOf = verdicts[0]?.asOf;
      if (treated === undefined || asOf === undefined) return false;
      return (
        treated.record.outcome !== "treatment-other-specialist" &&
        daysBetween(treated.record.occurredOn, asOf) > TIME_TO_PLAN
      );
    });
    return shareOf(decided, ({ counted }) =>
      counted.some(({ record }) => record.outcome === "made-with-patient"),
    );
  };
}

export function inpatients(sector: Sector): Measure {
  return (courses) => {
    const attended = inPathway(courses, sector).filter((one) => firstOf(one, "first-attendance"));
    return shareOf(attended, ({ counted }) =>
      counted.some(({ record }) => record.careLevel === "dogn"),
    );
  };
}

/** Of the closed courses whose patient was met. */
export function interruptedByPatient(sector: Sector): Measure {
  return (courses) => {
    const closures = inPathway(courses, sector)
      .filter((one) => firstOf(one, "first-attendance"))
      .flatMap((one) => firstOf(one, "closure")?.record.outcome ?? []);
    return shareOf(closures, (outcome) => outcome === "interrupted-by-patient");
  };
}

const WEEK = 7;

export const eatingDisorderWithinWeek: Measure = (courses) => {
  const contacts = inPathway(courses, "spiseforstyrrelser")
    .flatMap((one) => verdictsOfRule(one, "first-contact"))
    .filter(({ to }) => to !== undefined);
  return shareOf(contacts, ({ days }) => days !== undefined && days <= WEEK);
};
