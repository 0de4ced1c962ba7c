// Knows how to make a synthetic population: course after course, each from the seed and its index alone.
import { libraryOf, readBundle } from "@rettvei/definitions";
import { type CalendarDate, type CourseLog, type Library, toDayNumber } from "@rettvei/engine";
import { followingFrame } from "./following-frame.ts";
import { type Frame, ownFrame, type World } from "./frame.ts";
import { journeyOf } from "./journey/journey.ts";
import { linkOf } from "./link.ts";
import { type Patient, patientOf } from "./person.ts";
import { paceFactorsOf } from "./places.ts";
import { logOf } from "./registration/registration.ts";
import { rulebookOf } from "./rulebook.ts";

export interface PopulationOptions {
  /** Any safe integer. */
  readonly seed: number;
  /** How many courses; those of a smaller population are the first of a larger one. */
  readonly courses: number;
  /** The population as it stood in the morning of this date: nothing is dated or written on it or later. */
  readonly until: CalendarDate;
  /** Index of the first course to make, so that parts can be made side by side; 0 unless told. */
  readonly first?: number;
}

/** A course and whose it is. Nobody in it exists. */
export interface Course {
  readonly patient: Patient;
  readonly log: CourseLog;
}

const DAYS_BACK = 1096;

let published: Library | undefined;

function worldOf({ seed, until }: PopulationOptions): World {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`seed: expected a safe integer, got "${seed}"`);
  published ??= libraryOf(readBundle());
  const rulebook = rulebookOf(published);
  const day = toDayNumber(until);
  const from = Math.max(rulebook.firstDay, day - DAYS_BACK);
  if (day <= rulebook.firstDay)
    throw new RangeError(`until: expected a date after the first edition, got "${until}"`);
  return { seed, rulebook, unitPaces: paceFactorsOf(seed), from, until: day };
}

function frameOf(world: World, index: number): Frame {
  const link = linkOf(world.seed, index);
  if (link === undefined) return ownFrame(world, index);
  const frame = ownFrame(world, index - 1);
  const journey = journeyOf(world, frame);
  return followingFrame(world, index, link, { frame, journey }) ?? ownFrame(world, index);
}

function courseOf(world: World, index: number): Course {
  const frame = frameOf(world, index);
  const patient = patientOf(world.seed, frame.person);
  return { patient, log: logOf(world, journeyOf(world, frame), index, patient.patientId) };
}

/**
 * A population of synthetic courses, in order of index. Same seed, same `until` and same editions give
 * the same courses; course `i` does not depend on how many are asked for. Some courses share a patient.
 */
export function* population(options: PopulationOptions): Generator<Course, void, undefined> {
  const world = worldOf(options);
  const first = options.first ?? 0;
  for (let index = first; index < first + options.courses; index++) yield courseOf(world, index);
}
