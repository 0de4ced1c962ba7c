// Knows a generated course as the engine sees it: what counts, what was judged.
import {
  type CountedRecord,
  type Finding,
  findingsOf,
  type Library,
  pinnedCourse,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import { type Course, type PopulationOptions, population } from "../population/population.ts";

export interface ObservedCourse {
  readonly course: Course;
  readonly counted: readonly CountedRecord[];
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

/** Every course of a population, judged as of its `until`. */
export function observedCourses(
  options: PopulationOptions,
  library: Library,
): readonly ObservedCourse[] {
  const observed: ObservedCourse[] = [];
  for (const course of population(options)) {
    const judged = pinnedCourse(course.log, library, options.until);
    if (judged === undefined) throw new Error("bug: a generated course has no record that counts");
    const verdicts = verdictsOf(judged);
    observed.push({
      course,
      counted: judged.course.counted,
      verdicts,
      findings: findingsOf(judged),
    });
  }
  return observed;
}

/** The first counting record of an event. */
export function firstOf({ counted }: ObservedCourse, event: string): CountedRecord | undefined {
  return counted.find(({ record }) => record.event === event);
}

/** Verdicts of a rule that the course was judged by, whatever pathway it belongs to. */
export function verdictsOfRule({ verdicts }: ObservedCourse, name: string): readonly Verdict[] {
  return verdicts.filter(({ rule }) => rule.id.endsWith(`.${name}`));
}
