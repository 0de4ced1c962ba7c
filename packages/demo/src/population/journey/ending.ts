// Knows how a course ends: when, in which of the ways, and what is written at the end.
import type { DayNumber } from "@rettvei/engine";
import { ASSUMED, CALIBRATION } from "../../calibration.ts";
import { chance, daysAt, wholeBetween } from "../../random/draw.ts";
import { type Happening, happening, type Scene, type Stay, workingDayAfter } from "./happening.ts";
import { COURSE } from "./paces.ts";

export type EndingKind =
  | "completed"
  | "interrupted-by-patient"
  | "interrupted-by-unit"
  | "deceased"
  | "transfer-out"
  | "transfer-private-specialist"
  | "never-closed";

export interface Ending {
  readonly on: DayNumber;
  readonly kind: EndingKind;
}

export interface Attended {
  readonly first: DayNumber;
  readonly concludedOn: DayNumber;
  readonly treated: boolean;
  readonly firstEvaluation: DayNumber | undefined;
  readonly stay: Stay | undefined;
}

/** Courses cut short are closed sooner, so more of them are among those closed by `until`. */
const CLOSED_SOONER = 0.88;
const INTERRUPTED_BY_UNIT = 0.01;
const DECEASED = 0.003;

/** Draws that only one of can come true, in this order. */
function drawKind({ frame, random }: Scene): EndingKind {
  if (frame.handedOver) return "transfer-out";
  const draw = random();
  let below = CALIBRATION.interruptedByPatient[frame.sector].value * CLOSED_SOONER;
  if (draw < below) return "interrupted-by-patient";
  below += INTERRUPTED_BY_UNIT;
  if (draw < below) return "interrupted-by-unit";
  below += DECEASED;
  if (draw < below) return "deceased";
  below += ASSUMED.privateSpecialist;
  if (draw < below) return "transfer-private-specialist";
  return draw < below + ASSUMED.closureMissing ? "never-closed" : "completed";
}

const LEAST_TREATMENT_DAYS = 7;

/** The day on which the course would end by plan: soon after the decision, or when treatment was evaluated and done. */
function plannedEnd(
  scene: Scene,
  { first, concludedOn, treated, firstEvaluation, stay }: Attended,
): DayNumber {
  const { frame, random } = scene;
  const leavesOn = stay?.to ?? concludedOn;
  if (!treated) {
    const on = workingDayAfter(scene, concludedOn, wholeBetween(random, 0, 30));
    return Math.max(on, leavesOn);
  }
  const done = workingDayAfter(scene, first, daysAt(random, COURSE[frame.sector]));
  const evaluated = (firstEvaluation ?? concludedOn) + LEAST_TREATMENT_DAYS;
  return Math.max(done, evaluated, leavesOn);
}

const CUT_SHORT: ReadonlySet<EndingKind> = new Set([
  "interrupted-by-patient",
  "interrupted-by-unit",
  "deceased",
  "transfer-out",
]);

/** Draws when and how a course ends. One that is cut short may end on any day after the first attendance. */
export function endingOf(scene: Scene, attended: Attended): Ending {
  const kind = drawKind(scene);
  const planned = plannedEnd(scene, attended);
  if (!CUT_SHORT.has(kind)) return { on: planned, kind };
  const { first } = attended;
  const days = wholeBetween(scene.random, 1, Math.max(1, planned - first));
  return { on: workingDayAfter(scene, first, days), kind };
}

const CARE_NEED_ASKED = 0.5;

/** What is written on the last day. */
export function endingHappenings(scene: Scene, { on, kind }: Ending): readonly Happening[] {
  const { frame, random } = scene;
  const unit = frame.units.clinic.id;
  switch (kind) {
    case "never-closed":
      return [];
    case "transfer-out":
    case "transfer-private-specialist":
      return [happening(kind, on, unit)];
    case "completed": {
      const closed = happening("closure", on, unit, { outcome: kind });
      const asked = chance(random, CARE_NEED_ASKED);
      return asked ? [happening("care-need-at-closing", on, unit), closed] : [closed];
    }
    default:
      return [happening("closure", on, unit, { outcome: kind })];
  }
}

/** Days from a discharge to its summary; undefined where none is ever sent. */
function summaryDays({ random }: Scene): number | undefined {
  const draw = random();
  const { summaryWithinDay, summaryWithinWeek } = CALIBRATION;
  if (draw < summaryWithinDay.value) return wholeBetween(random, 0, 1);
  if (draw < summaryWithinWeek.value) return wholeBetween(random, 2, 7);
  return chance(random, 0.85) ? wholeBetween(random, 8, 40) : undefined;
}

/** The end of a stay at the ward, with its summary. */
export function dischargeHappenings(scene: Scene, stay: Stay): readonly Happening[] {
  const unit = scene.frame.units.ward.id;
  const discharged = happening("discharge", stay.to, unit, { careLevel: "dogn" });
  const days = summaryDays(scene);
  return days === undefined
    ? [discharged]
    : [discharged, happening("discharge-summary-sent", stay.to + days, unit)];
}
