// Knows how a course is assessed: from the first attendance to the decision that concludes.
import type { DayNumber } from "@rettvei/engine";
import { ASSUMED, type Sector } from "../../calibration.ts";
import {
  chance,
  cumulativeOf,
  daysAt,
  indexByWeight,
  type Pace,
  wholeBetween,
} from "../../random/draw.ts";
import {
  contactOn,
  type Happening,
  happening,
  type Scene,
  type Stay,
  workingDayAfter,
} from "./happening.ts";
import {
  ASSESSMENT,
  ASSESSMENT_INPATIENT,
  CONDITION_ASSESSMENT,
  EXTENDED_ASSESSMENT,
} from "./paces.ts";

export interface Assessment {
  readonly happenings: readonly Happening[];
  readonly concludedOn: DayNumber;
  readonly treated: boolean;
}

/** Outcomes of a decision that no treatment here follows from, with weights; assumed. */
const OTHER_OUTCOMES = [
  "municipal-follow-up",
  "no-further-need",
  "other-agency",
  "treatment-other-specialist",
] as const;
const OTHER_WEIGHTS = cumulativeOf([50, 28, 15, 7]);

const TREATED_ELSEWHERE = 0.03;

function treatmentOutcome({ frame, random }: Scene): string {
  const elsewhere = chance(random, TREATED_ELSEWHERE);
  return (frame.sector === "tsb") !== elsewhere ? "treatment-tsb" : "treatment-phv";
}

function paceOfAssessment({ frame }: Scene, stay: Stay | undefined): Pace {
  const own = frame.condition && CONDITION_ASSESSMENT[frame.condition];
  const usual = stay === undefined ? ASSESSMENT : ASSESSMENT_INPATIENT;
  const { median, sigma } = own ?? usual[frame.sector];
  return { median: median * frame.unitPace, sigma };
}

/** When the state is clear at the referral the decision comes soon, with no assessment before it. */
function decisionDays(scene: Scene, stay: Stay | undefined, clear: boolean): number {
  if (clear) return wholeBetween(scene.random, 0, 21);
  return Math.max(1, daysAt(scene.random, paceOfAssessment(scene, stay)));
}

function extendedOften(sector: Sector): number {
  return ASSUMED.extendedAssessment[sector];
}

/** The second chapter of a course whose patient was met. */
export function assessmentOf(
  scene: Scene,
  first: DayNumber,
  stay: Stay | undefined,
  clear: boolean,
): Assessment {
  const { frame, random } = scene;
  const happenings: Happening[] = [];
  const note = (event: string, day: DayNumber, outcome?: string): void => {
    const { unitId, careLevel } = contactOn(scene, stay, day);
    happenings.push(happening(event, day, unitId, { careLevel, outcome }));
  };
  note("first-attendance", first);
  let decided = workingDayAfter(scene, first, decisionDays(scene, stay, clear));
  if (chance(random, ASSUMED.patientPostponed[frame.sector])) {
    const on = workingDayAfter(scene, first, wholeBetween(random, 1, Math.max(1, decided - first)));
    happenings.push(happening("patient-postponed", Math.min(on, decided), frame.units.clinic.id));
  }
  if (!clear && chance(random, extendedOften(frame.sector))) {
    note("clinical-decision", decided, "extended-assessment");
    decided = workingDayAfter(scene, decided, Math.max(1, daysAt(random, EXTENDED_ASSESSMENT)));
  }
  const treated = chance(random, ASSUMED.treatmentAfterDecision[frame.sector]);
  const other = OTHER_OUTCOMES[indexByWeight(random, OTHER_WEIGHTS)];
  note("clinical-decision", decided, treated ? treatmentOutcome(scene) : other);
  return { happenings, concludedOn: decided, treated };
}
