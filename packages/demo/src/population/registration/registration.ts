// Knows how the truth of a course becomes its log: only what is registered, and only what was written before `until`.
import { type CourseLog, type EventRecord, type LogRecord, toCalendarDate } from "@rettvei/engine";
import { ASSUMED } from "../../calibration.ts";
import { chance, wholeBetween } from "../../random/draw.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { type Random, randomStream } from "../../random/random-stream.ts";
import type { World } from "../frame.ts";
import { type Happening, happening } from "../journey/happening.ts";
import type { Journey } from "../journey/journey.ts";
import type { Draft } from "./draft.ts";
import { draftsOf, drawHabits, faithfulDraft, type Habits } from "./slips.ts";

const START = "pathway-start";

/** Registers the start on the other of the two dates that it is mistaken for: receipt or assessment. */
function onOtherDate(start: Happening, happenings: readonly Happening[]): Happening {
  const other = happenings.find(
    ({ event, day }) =>
      (event === "referral-assessed" || event === "referral-received") && day !== start.day,
  );
  return other === undefined || other.day < start.day - 14 ? start : { ...start, day: other.day };
}

function asRegistered(random: Random, journey: Journey, habits: Habits): readonly Happening[] {
  const registered: Happening[] = [];
  for (const one of journey.happenings) {
    if (one.event !== START) registered.push(one);
    else if (!habits.startMissing) {
      const mistaken = chance(random, ASSUMED.startOnOtherDate);
      registered.push(mistaken ? onOtherDate(one, journey.happenings) : one);
      if (chance(random, ASSUMED.duplicateStart))
        registered.push(happening(START, one.day + wholeBetween(random, 0, 30), one.unitId));
    }
  }
  return registered;
}

function draftedIn(world: World, journey: Journey, random: Random): readonly Draft[] {
  const habits = drawHabits(random);
  const events = world.rulebook.eventsOf(journey.coding, journey.start);
  const last = world.until - 1;
  const drafts: Draft[] = [];
  let first = true;
  for (const one of asRegistered(random, journey, habits)) {
    if (!habits.oldHabits && !events.has(one.event)) continue;
    const right = faithfulDraft(random, one, habits, first ? last : Number.POSITIVE_INFINITY);
    for (const draft of first ? [right] : draftsOf(random, right))
      if (draft.recordedOn <= last && draft.day <= last) drafts.push(draft);
    first = false;
  }
  return drafts.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
}

function eventRecord(
  recordId: string,
  draft: Draft,
  condition: string | undefined,
  corrects: string | undefined,
): EventRecord {
  const { happening: truth, day, outcome, careLevel, recordedAt, recordedOn } = draft;
  const { legalDeadline } = truth;
  return {
    recordId,
    event: truth.event,
    outcome,
    occurredOn: toCalendarDate(day),
    recordedAt,
    recordedOn: toCalendarDate(recordedOn),
    careLevel,
    unitId: truth.unitId,
    severity: truth.severity,
    grantedFor: truth.grantedFor,
    legalDeadline: legalDeadline === undefined ? undefined : toCalendarDate(legalDeadline),
    condition,
    corrects,
  };
}

/** Events whose records tell the condition of a course that is coded in a general pathway. */
const TELLS_CONDITION: ReadonlySet<string> = new Set([
  START,
  "referral-assessed",
  "inclusion-decision",
]);

function recordOf(
  recordId: string,
  draft: Draft,
  journey: Journey,
  target: string | undefined,
): LogRecord {
  if (draft.takesBack && target !== undefined)
    return { recordId, recordedAt: draft.recordedAt, voids: target };
  const tells = TELLS_CONDITION.has(draft.happening.event) && draft.outcome !== "no-right";
  return eventRecord(recordId, draft, tells ? journey.coding.condition : undefined, target);
}

function numbered(courseId: string, at: number): string {
  return at < 9 ? `${courseId}-0${at + 1}` : `${courseId}-${at + 1}`;
}

/** The log of a course as it stood in the morning of `until`; never empty, in order of writing. */
export function logOf(world: World, journey: Journey, index: number, patientId: string): CourseLog {
  const random = randomStream(world.seed, index, PURPOSE.registration);
  const courseId = `c${String(index).padStart(7, "0")}`;
  const ids = new Map<Draft, string>();
  const records = draftedIn(world, journey, random).map((draft, at) => {
    const recordId = numbered(courseId, at);
    ids.set(draft, recordId);
    return recordOf(recordId, draft, journey, draft.target && ids.get(draft.target));
  });
  return { courseId, patientId, pathway: journey.coding.pathway, records };
}
