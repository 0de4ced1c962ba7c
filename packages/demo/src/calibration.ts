// Knows the figures that the population is fitted to: what was published and where, and what is assumed.

import type { CalibrationSource } from "./calibration-sources.ts";
import type { TrustId } from "./organisation/health-trusts.ts";

/** The three general pathways, which every patient group falls under. */
export const SECTORS = ["phv-voksne", "phv-barn-unge", "tsb"] as const;
export type Sector = (typeof SECTORS)[number];

/**
 * A figure and how it is known: read in the source, worked out from numbers in the source, or assumed
 * because nobody published it or none was found.
 */
export type Figure =
  | {
      readonly value: number;
      readonly known: "published" | "worked-out";
      readonly source: CalibrationSource;
    }
  | { readonly value: number; readonly known: "assumed" };

type BySector = Readonly<Record<Sector, Figure>>;

export function published(value: number, source: CalibrationSource): Figure {
  return { value, known: "published", source };
}

function workedOut(value: number, source: CalibrationSource): Figure {
  return { value, known: "worked-out", source };
}

export function assumed(value: number): Figure {
  return { value, known: "assumed" };
}

function bySector(adults: Figure, children: Figure, addiction: Figure): BySector {
  return { "phv-voksne": adults, "phv-barn-unge": children, tsb: addiction };
}

/** Shares are parts of one, times are days. */
export const CALIBRATION = {
  /** Share of courses by general pathway; worked out from patient volumes and referrals a year. */
  sectorShare: bySector(
    workedOut(0.7, "volumes"),
    workedOut(0.22, "volumes"),
    workedOut(0.08, "volumes"),
  ),
  conditionShare: published(0.04, "hearing-2024"),
  /** Right to a pathway not given. */
  refused: bySector(
    published(0.22, "rejections-2019"),
    published(0.19, "rejections"),
    published(0.05, "rejections"),
  ),
  /** Referrals assessed later than ten working days after they came. */
  assessedLate: published(0.016, "ki-assessment-guarantee"),
  meanWait: bySector(published(47, "waiting"), published(53, "waiting"), published(32, "waiting")),
  waitSigma: bySector(
    workedOut(0.94, "samdata-2008"),
    workedOut(0.73, "samdata-2008"),
    assumed(0.8),
  ),
  deadlineBreached: bySector(
    published(0.05, "deadline-breaches"),
    published(0.009, "deadline-breaches"),
    published(0.016, "deadline-breaches"),
  ),
  /** First attendance to clinical decision within the recommended time. */
  assessedInTime: bySector(
    published(0.72, "press-2020"),
    published(0.55, "press-2020"),
    published(0.82, "press-2020"),
  ),
  /** Decision to first evaluation within the recommended time, of those evaluated in outpatient care. */
  evaluatedInTime: bySector(
    published(0.46, "ki-evaluation"),
    published(0.39, "press-2021"),
    published(0.44, "press-2020"),
  ),
  planTogether: bySector(
    published(0.38, "press-2021"),
    published(0.44, "press-2021"),
    published(0.38, "press-2021"),
  ),
  /** First contact of children with eating disorders within seven days of the referral. */
  eatingDisorderWithinWeek: published(0.23, "press-2020"),
  summaryWithinDay: published(0.56, "ki-discharge"),
  summaryWithinWeek: published(0.84, "ki-discharge"),
  interruptedByPatient: bySector(assumed(0.07), assumed(0.05), published(0.102, "ki-interrupted")),
  inpatientShare: bySector(
    workedOut(0.14, "skde-adults"),
    workedOut(0.04, "skde-children"),
    workedOut(0.4, "skde-adults"),
  ),
  /** Share of inpatient stays that begin as emergencies. */
  emergencyOfInpatients: published(0.56, "samdata-2006"),
  emergencyOfOutpatients: assumed(0.03),
  stayMedian: bySector(published(10, "samdata-2006"), assumed(14), assumed(20)),
  staySigma: bySector(workedOut(1.4, "samdata-2006"), assumed(1.2), assumed(1)),
  /** First attendance to closing, when treatment follows. */
  courseMedian: bySector(assumed(170), published(264, "samdata-2007"), assumed(150)),
  courseSigma: assumed(0.75),
} as const;

/** What the limit was when a share was published; the shares make no sense without it. */
export const DAYS_BEHIND_SHARES = {
  assessedInTime: { "phv-voksne": 42, "phv-barn-unge": 42, tsb: 21 },
  assessedInTimeInpatient: { "phv-voksne": 42, "phv-barn-unge": 42, tsb: 7 },
  /** For adults nobody found the limit: 42 days is taken, as for children. */
  evaluatedInTime: { "phv-voksne": 42, "phv-barn-unge": 42, tsb: 7 },
} as const;

/**
 * Late ones are lost more often than others: the course is cut short, or `until` comes, before they
 * happen. Among what is left the share in time is higher by this much, so that the aim is lower; measured.
 */
export const LATE_ONES_LOST = {
  assessed: { "phv-voksne": 0.013, "phv-barn-unge": 0.02, tsb: 0.007 },
  evaluated: { "phv-voksne": 0.027, "phv-barn-unge": 0.02, tsb: 0.012 },
} as const;

/** Habits of registering and other shares that no source tells. All assumed. */
export const ASSUMED = {
  grantedForTreatment: 0.12,
  extendedAssessment: { "phv-voksne": 0.12, "phv-barn-unge": 0.2, tsb: 0 },
  treatmentAfterDecision: { "phv-voksne": 0.8, "phv-barn-unge": 0.76, tsb: 0.88 },
  neverEvaluated: 0.3,
  planWithoutPatient: 0.15,
  patientPostponed: { "phv-voksne": 0.05, "phv-barn-unge": 0.05, tsb: 0.12 },
  neverAttended: 0.04,
  feedbackTool: 0.12,
  detoxOfInpatients: 0.5,
  privateSpecialist: 0.01,
  startMissing: 0.02,
  outcomeMissing: 0.03,
  careLevelMissing: 0.03,
  closureMissing: 0.03,
  startOnOtherDate: 0.02,
  /** Modules that still send the events that an edition no longer has. */
  oldHabits: 0.04,
  /** Records put right later, and slips taken back later. */
  corrected: 0.032,
  voided: 0.006,
  duplicateStart: 0.004,
  /** Courses tied to the one before: handed over, beside it, or after it. */
  linkedTransfer: 0.035,
  linkedParallel: 0.02,
  linkedReturn: 0.02,
  lostTransfer: 0.003,
  /** Lines of the event file sent as joined codes. */
  sentAsCodes: 0.05,
} as const;

export interface AreaFigures {
  readonly trust: TrustId;
  /** Adults with serious mental illness in outpatient care a year. */
  readonly adults: number;
  /** Children and young people in outpatient care a year. */
  readonly children: number;
  /** Mean waiting time of adults and of children in 2008. */
  readonly adultWait: number;
  readonly childWait: number;
}

function area(
  trust: TrustId,
  [adults, adultWait]: readonly [number, number],
  [children, childWait]: readonly [number, number],
): AreaFigures {
  return { trust, adults, adultWait, children, childWait };
}

/**
 * Patients by area (skde-adults, skde-children) and mean waiting time by area (samdata-2008).
 * Areas of 2008 that are one trust today carry the mean weighted by referrals.
 */
export const AREA_FIGURES: readonly AreaFigures[] = [
  area("ous", [1241, 49], [2124, 55]),
  area("ahus", [1589, 62], [4413, 58]),
  area("ostfold", [766, 51], [2722, 78]),
  area("innlandet", [1313, 55], [3529, 69]),
  area("vestre-viken", [1874, 44.6], [4157, 46]),
  area("vestfold", [965, 57], [2342, 63]),
  area("telemark", [699, 42], [1909, 61]),
  area("sorlandet", [1097, 38], [2847, 23]),
  area("lovisenberg", [1099, 49], [803, 55]),
  area("diakonhjemmet", [634, 49], [1074, 55]),
  area("bergen", [2014, 44], [4457, 139]),
  area("stavanger", [1514, 50], [3613, 102]),
  area("fonna", [684, 40], [1758, 78]),
  area("forde", [329, 40], [1401, 72]),
  area("st-olav", [1213, 73], [3133, 67]),
  area("nord-trondelag", [511, 71], [1573, 72]),
  area("more-romsdal", [908, 49], [2653, 110.5]),
  area("unn", [596, 65], [1786, 70]),
  area("nordland", [428, 88], [1491, 45]),
  area("helgeland", [249, 67], [989, 105]),
  area("finnmark", [255, 84], [859, 121]),
];

/** Share of each region in patients of the first tertial of 2023 (volumes); the last of 2018 for TSB in the south-east. */
export const REGION_SHARES: Readonly<Record<Sector, Readonly<Record<string, number>>>> = {
  "phv-voksne": { "991324968": 0.541, "983658725": 0.198, "983658776": 0.144, "883658752": 0.117 },
  "phv-barn-unge": {
    "991324968": 0.522,
    "983658725": 0.237,
    "983658776": 0.139,
    "883658752": 0.101,
  },
  tsb: { "991324968": 0.65, "983658725": 0.151, "983658776": 0.11, "883658752": 0.089 },
};
