// Knows how fast things happen: the published shares and means turned into paces, once.
import {
  CALIBRATION,
  DAYS_BEHIND_SHARES,
  LATE_ONES_LOST,
  SECTORS,
  type Sector,
} from "../../calibration.ts";
import { type Pace, paceOf } from "../../random/draw.ts";
import type { Condition } from "../person.ts";
import { UNIT_SIGMA } from "../places.ts";

/** Spread of the logarithm where no source tells it; assumed. */
const ASSESSMENT_SIGMA = 0.6;
const EVALUATION_SIGMA = 0.75;
const CYCLE_SIGMA = 0.45;
const CYCLE_IN_TIME = 0.5;

function bySector(pace: (sector: Sector) => Pace): Readonly<Record<Sector, Pace>> {
  const [adults, children, addiction] = SECTORS;
  return {
    [adults]: pace(adults),
    [children]: pace(children),
    [addiction]: pace(addiction),
  } as Record<Sector, Pace>;
}

/** Leaves room for the spread between units, so that both together have the spread wanted. */
function withinUnits({ median, sigma }: Pace): Pace {
  return { median, sigma: Math.sqrt(sigma * sigma - UNIT_SIGMA * UNIT_SIGMA) };
}

const { assessedInTime, assessedInTimeInpatient, evaluatedInTime } = DAYS_BEHIND_SHARES;

/** Referral to first attendance, before the factor of the area. */
export const WAIT = bySector((sector) => {
  const sigma = CALIBRATION.waitSigma[sector].value;
  return {
    median: CALIBRATION.meanWait[sector].value / Math.exp((sigma * sigma) / 2),
    sigma,
  };
});

/** The pace that leaves the published share in time among what is seen. */
function assessmentPace(sector: Sector, days: number): Pace {
  const aim = CALIBRATION.assessedInTime[sector].value - LATE_ONES_LOST.assessed[sector];
  return withinUnits(paceOf(aim, days, ASSESSMENT_SIGMA));
}

export const ASSESSMENT = bySector((sector) => assessmentPace(sector, assessedInTime[sector]));

export const ASSESSMENT_INPATIENT = bySector((sector) =>
  assessmentPace(sector, assessedInTimeInpatient[sector]),
);

export const FIRST_EVALUATION = bySector((sector) => {
  const aim = CALIBRATION.evaluatedInTime[sector].value - LATE_ONES_LOST.evaluated[sector];
  return withinUnits(paceOf(aim, evaluatedInTime[sector], EVALUATION_SIGMA));
});

const CYCLE_DAYS: Readonly<Record<Sector, number>> = {
  "phv-voksne": 84,
  "phv-barn-unge": 84,
  tsb: 56,
};

/** One evaluation to the next; the share in time is assumed. */
export const CYCLE = bySector((sector) => paceOf(CYCLE_IN_TIME, CYCLE_DAYS[sector], CYCLE_SIGMA));

export const COURSE = bySector((sector) => ({
  median: CALIBRATION.courseMedian[sector].value,
  sigma: CALIBRATION.courseSigma.value,
}));

export const STAY = bySector((sector) => ({
  median: CALIBRATION.stayMedian[sector].value,
  sigma: CALIBRATION.staySigma[sector].value,
}));

/** Where a condition has times of its own; shares within them are assumed. */
export const CONDITION_ASSESSMENT: Readonly<Partial<Record<Condition, Pace>>> = {
  tvangslidelse: paceOf(0.6, 56, ASSESSMENT_SIGMA),
  spiseforstyrrelser: paceOf(0.6, 42, ASSESSMENT_SIGMA),
  "gravide-rus": paceOf(0.6, 7, ASSESSMENT_SIGMA),
};

/** Emergency assessment to decision; recommended within 14 days. */
export const INCLUSION = paceOf(0.93, 14, 0.8);
export const PSYCHOSIS_FIRST_CONTACT = paceOf(0.5, 7, 0.8);
export const PREGNANT_FIRST_CONTACT = paceOf(0.6, 7, 0.7);
export const OCD_TEAM_FIRST_CONTACT = paceOf(0.6, 42, 0.6);
export const EXTENDED_ASSESSMENT = paceOf(0.65, 42, 0.5);

/** First contact of eating disorders: the serious are seen sooner, and all together meet the published share. */
export const SERIOUS_SHARE = 0.35;
const SERIOUS_WITHIN_WEEK = 0.45;
const ALL_WITHIN_WEEK = CALIBRATION.eatingDisorderWithinWeek.value;
const LESS_SERIOUS_WITHIN_WEEK =
  (ALL_WITHIN_WEEK - SERIOUS_SHARE * SERIOUS_WITHIN_WEEK) / (1 - SERIOUS_SHARE);
export const EATING_DISORDER_FIRST_CONTACT = {
  serious: paceOf(SERIOUS_WITHIN_WEEK, 7, 0.8),
  "less-serious": paceOf(LESS_SERIOUS_WITHIN_WEEK, 7, 0.8),
} as const;
