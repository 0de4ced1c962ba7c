// Knows the shape of a story: a patient, and what happened, by how many days ago.
import type { Sex } from "../person-number/synthetic-person-number.ts";
import type { StoryWorld } from "./story-world.ts";

export interface StoryPatient {
  readonly name: string;
  readonly sex: Sex;
  /** In years, on the day the stories end. */
  readonly age: number;
  readonly unitId: string;
  /** Where a right is asked for. */
  readonly pathway: "phv-voksne" | "phv-barn-unge" | "tsb";
}

/** Something that somebody does. */
export type Act = (world: StoryWorld, patient: StoryPatient) => Promise<unknown>;

/** Days before the day the stories end, and what happens then. */
export type Line = readonly [daysAgo: number, act: Act];

export interface Story {
  readonly patient: StoryPatient;
  readonly lines: readonly Line[];
}

export const coordinatorOf = ({ unitId }: StoryPatient): string => `coordinator-${unitId}`;
export const practitionerOf = ({ unitId }: StoryPatient): string => `practitioner-${unitId}`;
export const leaderOf = ({ unitId }: StoryPatient): string => `leader-${unitId}`;

/** Address of the patient's course, below which most things are. */
export function courseOf(world: StoryWorld, { name }: StoryPatient): string {
  return `/api/courses/${encodeURIComponent(world.idOf(name, "course"))}`;
}

/** The patient in person. */
export function selfOf(world: StoryWorld, { name }: StoryPatient) {
  return world.patient(world.idOf(name, "patient"), name);
}
