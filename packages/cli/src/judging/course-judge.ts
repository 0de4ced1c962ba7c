// Knows how a log becomes a judged course: under the edition it is pinned to, or under one that was named.
import { type Bundle, libraryOf } from "@rettvei/definitions";
import {
  type CalendarDate,
  type CompiledEdition,
  type CourseLog,
  courseOf,
  editionNamed,
  type JudgedCourse,
  type Library,
  pinnedCourse,
} from "@rettvei/engine";
import { namedEdition } from "../input/named-edition.ts";

/** What all courses of a file are judged by. Plain data that can be handed to another thread. */
export interface JudgeSetting {
  readonly bundle: Bundle;
  readonly asOf: CalendarDate;
  /** Judge under this edition ("pathway/date") instead of the one each course is pinned to. */
  readonly under: string | undefined;
}

function editionUnder(
  bundle: Bundle,
  library: Library,
  named: string,
): CompiledEdition | undefined {
  const { pathway, edition } = namedEdition(bundle, named);
  const editions = library.pathways.get(pathway);
  return editions && editionNamed(editions, edition);
}

/**
 * Makes the judging of logs; it gives undefined for one of which no record counts, or of another pathway
 * than the named edition's. Throws BadInput if there is no edition of the name.
 */
export function courseJudge({
  bundle,
  asOf,
  under: named,
}: JudgeSetting): (log: CourseLog) => JudgedCourse | undefined {
  const library = libraryOf(bundle);
  const under = named === undefined ? undefined : editionUnder(bundle, library, named);
  return (log) => {
    if (under === undefined) return pinnedCourse(log, library, asOf);
    return log.pathway === under.edition.pathway ? courseOf(log, under, asOf) : undefined;
  };
}
