// Knows which figures of a population are measured, how, and how near the published ones they must be.
import { CALIBRATION as C, type Figure, SECTORS, type Sector } from "../calibration.ts";
import { REGIONS } from "../organisation/health-trusts.ts";
import { planTogetherIn, refusedIn } from "../regional.ts";
import {
  complementOf,
  coursesOfSector,
  eatingDisorderWithinWeek,
  evaluatedInTime,
  inpatients,
  inRegion,
  interruptedByPatient,
  type Measure,
  meanWait,
  met,
  metOfAll,
  planTogether,
  refused,
  withCondition,
} from "./measures.ts";
import type { ObservedCourse } from "./observed-course.ts";

interface FigureToMeasure {
  readonly name: string;
  readonly wanted: Figure;
  /** How far the generated figure may be from the wanted one. */
  readonly tolerance: number;
  /** So many at least must be counted for the figure to mean anything. */
  readonly leastCount: number;
  readonly measure: Measure;
}

export interface MeasuredFigure extends FigureToMeasure {
  readonly generated: number;
  readonly count: number;
}

type Bounds = Pick<FigureToMeasure, "tolerance" | "leastCount">;

function within(tolerance: number, leastCount: number): Bounds {
  return { tolerance, leastCount };
}

function figure(name: string, wanted: Figure, bounds: Bounds, measure: Measure): FigureToMeasure {
  return { name, wanted, measure, ...bounds };
}

/** About two and a half standard errors of a share, and how much seeds differ by the pace of their units. */
const NEAR: Readonly<Record<Sector, Bounds>> = {
  "phv-voksne": within(0.025, 3000),
  "phv-barn-unge": within(0.035, 900),
  tsb: within(0.055, 250),
};

const BREACHES = within(0.006, 700);

function figuresOfSector(sector: Sector): readonly FigureToMeasure[] {
  const of = (name: string, wanted: Figure, bounds: Bounds, measure: Measure): FigureToMeasure =>
    figure(`${sector}: ${name}`, wanted, bounds, measure);
  const near = NEAR[sector];
  const breached = complementOf(met("legal-deadline", sector));
  return [
    of("share of courses", C.sectorShare[sector], within(0.01, 20_000), coursesOfSector(sector)),
    of("right not given", C.refused[sector], within(0.015, 1000), refused(sector)),
    of("mean wait in days", C.meanWait[sector], within(2.5, 400), meanWait(sector)),
    of("assessed in time", C.assessedInTime[sector], near, met("assessment", sector)),
    of("first evaluation in time", C.evaluatedInTime[sector], near, evaluatedInTime(sector)),
    of("plan made together", C.planTogether[sector], near, planTogether(sector)),
    of("attended after legal deadline", C.deadlineBreached[sector], BREACHES, breached),
    of("stayed at a ward", C.inpatientShare[sector], within(0.03, 800), inpatients(sector)),
    of(
      "interrupted by the patient",
      C.interruptedByPatient[sector],
      within(0.025, 500),
      interruptedByPatient(sector),
    ),
  ];
}

const FEW = within(0.09, 100);
const SUMMARIES = within(0.035, 700);

const REGIONAL = within(0.06, 300);

/** Of children, the regions furthest apart. */
function figuresOfRegions(): readonly FigureToMeasure[] {
  const sector = "phv-barn-unge";
  return REGIONS.flatMap(({ orgNumber, name }) => [
    figure(
      `${sector}: right not given, ${name}`,
      refusedIn(sector, orgNumber),
      REGIONAL,
      inRegion(orgNumber, refused(sector)),
    ),
    figure(
      `${sector}: plan made together, ${name}`,
      planTogetherIn(sector, orgNumber),
      REGIONAL,
      inRegion(orgNumber, planTogether(sector)),
    ),
  ]);
}

export const FIGURES: readonly FigureToMeasure[] = [
  ...SECTORS.flatMap(figuresOfSector),
  ...figuresOfRegions(),
  figure("has a condition", C.conditionShare, within(0.005, 20_000), withCondition),
  figure(
    "referral assessed late",
    C.assessedLate,
    within(0.004, 10_000),
    complementOf(met("referral-assessment")),
  ),
  figure(
    "eating disorder met in 7 days",
    C.eatingDisorderWithinWeek,
    FEW,
    eatingDisorderWithinWeek,
  ),
  figure("summary within 1 day", C.summaryWithinDay, SUMMARIES, metOfAll("discharge-summary-1d")),
  figure("summary within 7 days", C.summaryWithinWeek, SUMMARIES, metOfAll("discharge-summary-7d")),
];

export function measured(courses: readonly ObservedCourse[]): readonly MeasuredFigure[] {
  return FIGURES.map((wanted) => {
    const { part, count } = wanted.measure(courses);
    return { ...wanted, generated: count === 0 ? Number.NaN : part / count, count };
  });
}
