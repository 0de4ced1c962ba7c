// Knows how a course opens: referral or emergency, right or no right, start, and the wait for the first attendance.
import type { DayNumber, GrantedFor, Severity } from "@rettvei/engine";
import { ASSUMED, CALIBRATION } from "../../calibration.ts";
import { chance, daysAt, wholeBetween } from "../../random/draw.ts";
import type { Random } from "../../random/random-stream.ts";
import { refusedIn } from "../../regional.ts";
import { type Happening, happening, type Scene, workingDayAfter } from "./happening.ts";
import { legalDeadlineFor } from "./legal-deadline.ts";
import {
  EATING_DISORDER_FIRST_CONTACT,
  INCLUSION,
  OCD_TEAM_FIRST_CONTACT,
  PREGNANT_FIRST_CONTACT,
  PSYCHOSIS_FIRST_CONTACT,
  SERIOUS_SHARE,
  WAIT,
} from "./paces.ts";

export interface Opening {
  readonly happenings: readonly Happening[];
  readonly start: DayNumber;
  /** Absent where the course ends before anybody meets the patient. */
  readonly firstAttendance: DayNumber | undefined;
  readonly grantedFor: GrantedFor | undefined;
  /** The day on which a course without attendance ends. */
  readonly closedOn: DayNumber | undefined;
}

const LAWFUL_DAYS = 10;

/** Working days from a referral to its assessment. */
function assessmentDays(random: Random): number {
  if (chance(random, CALIBRATION.assessedLate.value)) return wholeBetween(random, 11, 20);
  return Math.min(wholeBetween(random, 0, LAWFUL_DAYS), wholeBetween(random, 0, LAWFUL_DAYS));
}

/** Seen through the eyes of a later day: how long the patient waits from the referral. */
function waitDays({ frame, random }: Scene, severity: Severity | undefined): number {
  const hurry = frame.entry === "transfer" ? 0.5 : 1;
  if (severity !== undefined) return daysAt(random, EATING_DISORDER_FIRST_CONTACT[severity]);
  if (frame.condition === "psykose") return daysAt(random, PSYCHOSIS_FIRST_CONTACT);
  if (frame.condition === "gravide-rus") return daysAt(random, PREGNANT_FIRST_CONTACT);
  const { median, sigma } = WAIT[frame.sector];
  return daysAt(random, { median: median * frame.place.waitFactor * hurry, sigma });
}

function refusedOpening(scene: Scene, received: DayNumber, assessed: DayNumber): Opening {
  const { frame, world } = scene;
  const unit = frame.units.clinic.id;
  const startsLater = world.rulebook.startsWhenAssessed(frame.sector, assessed);
  const happenings = [
    happening("referral-received", received, unit),
    happening("referral-assessed", assessed, unit, { outcome: "no-right" }),
  ];
  if (!startsLater) {
    happenings.push(
      happening("pathway-start", received, unit),
      happening("closure", assessed, unit, { outcome: "other" }),
    );
  }
  return {
    happenings,
    start: startsLater ? assessed : received,
    firstAttendance: undefined,
    grantedFor: undefined,
    closedOn: assessed,
  };
}

function emergencyOpening(scene: Scene): Opening {
  const { frame, random, world } = scene;
  const unit = frame.setting === "dogn" ? frame.units.ward.id : frame.units.clinic.id;
  const assessed = Math.max(world.from, frame.referredOn - wholeBetween(random, 0, 3));
  const start = workingDayAfter(scene, assessed, daysAt(random, INCLUSION));
  const soon = frame.setting === "dogn" ? 3 : 14;
  return {
    happenings: [
      happening("emergency-assessment", assessed, unit),
      happening("inclusion-decision", start, unit),
      happening("pathway-start", start, unit),
    ],
    start,
    firstAttendance: workingDayAfter(scene, start, wholeBetween(random, 0, soon)),
    grantedFor: undefined,
    closedOn: undefined,
  };
}

interface Attendance {
  readonly assessed: DayNumber;
  readonly on: DayNumber;
  readonly ocdTeam: readonly Happening[];
}

/** The wait decides: who is seen soon was assessed by then. Only a late assessment makes the patient wait. */
function plainAttendance(
  scene: Scene,
  received: DayNumber,
  assessed: DayNumber,
  severity: Severity | undefined,
): Attendance {
  const on = workingDayAfter(scene, received, waitDays(scene, severity));
  const days = scene.world.rulebook.calendar.workingDaysBetween(received, assessed);
  return days > LAWFUL_DAYS
    ? { assessed, on: Math.max(on, assessed), ocdTeam: [] }
    : { assessed: Math.min(assessed, on), on, ocdTeam: [] };
}

/** First attendance, by way of the OCD team where the condition asks for one. */
function attendance(
  scene: Scene,
  received: DayNumber,
  assessed: DayNumber,
  severity: Severity | undefined,
): Attendance {
  const { frame, random } = scene;
  if (frame.condition !== "tvangslidelse")
    return plainAttendance(scene, received, assessed, severity);
  const passedOn = workingDayAfter(scene, assessed, wholeBetween(random, 0, 7));
  const on = workingDayAfter(scene, passedOn, daysAt(random, OCD_TEAM_FIRST_CONTACT));
  return {
    assessed,
    on,
    ocdTeam: [happening("ocd-team-referral-received", passedOn, frame.units.clinic.id)],
  };
}

function drawSeverity({ frame, random }: Scene): Severity | undefined {
  if (frame.condition !== "spiseforstyrrelser") return undefined;
  return chance(random, SERIOUS_SHARE) ? "serious" : "less-serious";
}

const GRANTED_WITHOUT_DEADLINE = 0.07;

function grantedOpening(scene: Scene, received: DayNumber, planned: DayNumber): Opening {
  const { frame, random, world } = scene;
  const unit = frame.units.clinic.id;
  const severity = drawSeverity(scene);
  const { assessed, on, ocdTeam } = attendance(scene, received, planned, severity);
  const grantedFor = chance(random, ASSUMED.grantedForTreatment) ? "treatment" : "assessment";
  const deadline = legalDeadlineFor(random, frame.sector, { received, assessed, attended: on });
  const legalDeadline = chance(random, GRANTED_WITHOUT_DEADLINE) ? undefined : deadline;
  const start = world.rulebook.startsWhenAssessed(frame.sector, assessed) ? assessed : received;
  const granted = { outcome: "right-granted", grantedFor, legalDeadline, severity } as const;
  const away = frame.entry === "referral" && chance(random, ASSUMED.neverAttended);
  const closedOn = away ? workingDayAfter(scene, on, wholeBetween(random, 7, 40)) : undefined;
  const happenings = [
    happening("referral-received", received, unit),
    happening("pathway-start", start, unit),
    happening("referral-assessed", assessed, unit, granted),
    ...ocdTeam,
  ];
  if (closedOn !== undefined)
    happenings.push(happening("closure", closedOn, unit, { outcome: "interrupted-by-patient" }));
  return {
    happenings,
    start,
    firstAttendance: away ? undefined : on,
    grantedFor,
    closedOn,
  };
}

/** The first chapter of a course. */
export function openingOf(scene: Scene): Opening {
  const { frame, random, world } = scene;
  if (frame.entry === "emergency") return emergencyOpening(scene);
  const received = frame.referredOn;
  const assessed = world.rulebook.calendar.addWorkingDays(received, assessmentDays(random));
  const refused =
    frame.entry === "referral" &&
    chance(random, refusedIn(frame.sector, frame.units.clinic.region).value);
  return refused
    ? refusedOpening(scene, received, assessed)
    : grantedOpening(scene, received, assessed);
}
