// Knows how a part of a file is read: its lines checked, the good ones gathered, the bad ones told.
import type { CourseLog } from "@rettvei/engine";
import { lineCheck } from "./check-line.ts";
import type { CourseParts } from "./course-parts.ts";
import type { EventTable } from "./event-table.ts";
import { gatherLogs } from "./gather-logs.ts";
import type { LineProblem } from "./line-problem.ts";
import type { EventFileVocabulary } from "./vocabulary.ts";

export interface ReadPart {
  /** By course id in text order. */
  readonly logs: readonly CourseLog[];
  /** As they were found: those of a line together, but lines in any order. */
  readonly problems: readonly LineProblem[];
}

/** A file that was read and is not yet checked. Plain data that every thread can read. */
export interface UncheckedFile {
  readonly table: EventTable;
  readonly parts: CourseParts;
}

/** Makes the reading of parts by their number. */
export function partReader(
  { table, parts }: UncheckedFile,
  vocabulary: EventFileVocabulary,
): (part: number) => ReadPart {
  let problems: LineProblem[] = [];
  const tell = (problem: LineProblem): void => {
    problems.push(problem);
  };
  const check = lineCheck(table, vocabulary, tell);

  return (part) => {
    problems = [];
    const gatherer = gatherLogs(tell);
    const end = parts.starts[part + 1] ?? 0;
    for (let at = parts.starts[part] ?? 0; at < end; at++) {
      const checked = check(parts.rows[at] ?? 0);
      if (checked !== undefined) gatherer.add(checked);
    }
    const logs = gatherer.finish();
    return { logs, problems };
  };
}
