// Knows how a course is treated: plan, start, detoxification, evaluations and what is measured on the way.
import type { DayNumber } from "@rettvei/engine";
import { ASSUMED } from "../../calibration.ts";
import { chance, daysAt, wholeBetween } from "../../random/draw.ts";
import { planTogetherIn } from "../../regional.ts";
import {
  contactOn,
  type Happening,
  happening,
  type Scene,
  type Stay,
  workingDayAfter,
} from "./happening.ts";
import { CYCLE, FIRST_EVALUATION } from "./paces.ts";

export interface TreatmentSpan {
  readonly first: DayNumber;
  readonly concludedOn: DayNumber;
  /** Absent where nobody ever evaluates. */
  readonly firstEvaluation: DayNumber | undefined;
  readonly end: DayNumber;
  readonly stay: Stay | undefined;
}

function planOf(scene: Scene, { concludedOn, stay }: TreatmentSpan): readonly Happening[] {
  const { frame, random } = scene;
  const day = workingDayAfter(scene, concludedOn, wholeBetween(random, 0, 21));
  const { unitId } = contactOn(scene, stay, day);
  const draw = random();
  // Some outcomes are lost when they are registered; the published share is what is left.
  const together =
    planTogetherIn(frame.sector, frame.units.clinic.region).value / (1 - ASSUMED.outcomeMissing);
  if (draw < together)
    return [happening("treatment-plan", day, unitId, { outcome: "made-with-patient" })];
  if (draw < together + ASSUMED.planWithoutPatient)
    return [happening("treatment-plan", day, unitId, { outcome: "made-without-patient" })];
  return [];
}

const MOST_DETOX_DAYS = 14;
const MOST_DAYS_TO_TREATMENT = 28;
const FAST_AFTER_DETOX = 0.6;

/** Detoxification, after which other treatment should follow at once. */
function detoxOf(scene: Scene, { first, stay }: TreatmentSpan): readonly Happening[] {
  const { random } = scene;
  const ended = first + wholeBetween(random, 4, MOST_DETOX_DAYS);
  const gap = chance(random, FAST_AFTER_DETOX) ? 0 : wholeBetween(random, 1, 10);
  const contact = contactOn(scene, stay, ended);
  return [
    happening("detox-end", ended, contact.unitId, { careLevel: contact.careLevel }),
    happening("treatment-start", ended + gap, contact.unitId),
  ];
}

function treatmentStartOf(scene: Scene, span: TreatmentSpan): readonly Happening[] {
  const { frame, random } = scene;
  if (frame.sector === "tsb" && span.stay && chance(random, ASSUMED.detoxOfInpatients))
    return detoxOf(scene, span);
  const days = wholeBetween(random, 0, MOST_DAYS_TO_TREATMENT);
  const day = workingDayAfter(scene, span.concludedOn, days);
  return [happening("treatment-start", day, contactOn(scene, span.stay, day).unitId)];
}

/** When treatment is first evaluated; undefined where it never is. */
export function drawFirstEvaluation(scene: Scene, concludedOn: DayNumber): DayNumber | undefined {
  const { frame, random } = scene;
  if (chance(random, ASSUMED.neverEvaluated)) return undefined;
  const { median, sigma } = FIRST_EVALUATION[frame.sector];
  const days = Math.max(1, daysAt(random, { median: median * frame.unitPace, sigma }));
  return workingDayAfter(scene, concludedOn, days);
}

function evaluationsOf(scene: Scene, { firstEvaluation, end, stay }: TreatmentSpan): Happening[] {
  const { frame, random } = scene;
  const evaluations: Happening[] = [];
  for (let day = firstEvaluation; day !== undefined && day <= end; ) {
    const { unitId, careLevel } = contactOn(scene, stay, day);
    evaluations.push(happening("evaluation", day, unitId, { careLevel }));
    day = workingDayAfter(scene, day + 1, daysAt(random, CYCLE[frame.sector]));
  }
  return evaluations;
}

/** Activities that are registered once or now and then, with how often; all but the feedback tool assumed. */
const ACTIVITIES: readonly (readonly [string, number])[] = [
  ["feedback-tool", ASSUMED.feedbackTool],
  ["standardised-measure", 0.2],
  ["somatic-health", 0.12],
];

function activitiesOf(scene: Scene, { concludedOn, end, stay }: TreatmentSpan): Happening[] {
  const { random } = scene;
  const activities: Happening[] = [];
  for (const [outcome, often] of ACTIVITIES) {
    if (!chance(random, often)) continue;
    const day = workingDayAfter(scene, concludedOn, wholeBetween(random, 0, end - concludedOn));
    const { unitId } = contactOn(scene, stay, day);
    activities.push(happening("activity-performed", Math.min(day, end), unitId, { outcome }));
  }
  return activities;
}

/** The third chapter of a course that leads to treatment. */
export function treatmentOf(scene: Scene, span: TreatmentSpan): readonly Happening[] {
  return [
    ...planOf(scene, span),
    ...treatmentStartOf(scene, span),
    ...evaluationsOf(scene, span),
    ...activitiesOf(scene, span),
  ];
}
