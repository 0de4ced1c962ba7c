// Knows which edition speaks for a course, also before any of its records counts.
import {
  type CompiledEdition,
  type CourseLog,
  type PathwayEditions,
  parseCalendarDate,
  pinnedCourse,
} from "@rettvei/engine";
import { AppError } from "../app-error.ts";
import type { Judging } from "../judging/judging.ts";
import { shown } from "./check-records.ts";

const END_OF_DAYS = parseCalendarDate("9999-12-31");

/** Editions of a pathway; AppError `bad-input` if there is no such pathway. */
export function editionsOf({ library }: Judging, pathway: string): PathwayEditions {
  const editions = library.pathways.get(pathway);
  if (editions !== undefined) return editions;
  const expected = `one of ${[...library.pathways.keys()].join(", ")}`;
  throw new AppError("bad-input", "the request holds a pathway that is not known", [
    { path: "/pathway", expected, found: shown(pathway) },
  ]);
}

/** The edition that the course's records pin it to, those dated ahead included; without any, the newest. */
export function courseEdition(judging: Judging, log: CourseLog): CompiledEdition {
  const { inForce } = editionsOf(judging, log.pathway);
  const pinned = pinnedCourse(log, judging.library, END_OF_DAYS);
  return pinned?.course.edition ?? inForce.at(-1) ?? inForce[0];
}
