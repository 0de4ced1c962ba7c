// Knows how to judge logs in the slowest and plainest way, written from design section 5 alone.
import type { CourseLog, Edition } from "@rettvei/engine";
import type { FindingRow, Rows } from "../rows/rows.ts";
import { crossFindingsNamed } from "./cross-findings.ts";
import { findingsNamed } from "./log-findings.ts";
import { pinnedByOracle, type ToldCourse, type ToldRecord, toldCourse } from "./told-course.ts";
import { verdictRowsOf } from "./verdict-rows.ts";

/** All rows of some logs, each under the edition it is pinned to. `editions` may be of any pathways. */
export function oracleRows(
  logs: readonly CourseLog[],
  editions: readonly Edition[],
  asOf: string,
): Rows {
  const courses = logs.flatMap((log) => {
    const edition = pinnedByOracle(log, editions, asOf);
    const course = edition === undefined ? undefined : toldCourse(log, edition, asOf);
    return course === undefined ? [] : [course];
  });
  return {
    verdicts: courses.flatMap((course) => verdictRowsOf(course)),
    findings: courses.flatMap((course) => [
      ...findingsAlone(course),
      ...findingsAmong(course, courses),
    ]),
  };
}

/** The rows of one log under an edition chosen for it; findings that need other logs are left out. */
export function oracleRowsUnder(log: CourseLog, edition: Edition, asOf: string): Rows {
  const course = toldCourse(log, edition, asOf);
  if (course === undefined) return { verdicts: [], findings: [] };
  return { verdicts: verdictRowsOf(course), findings: findingsAlone(course) };
}

function findingsAlone(course: ToldCourse): readonly FindingRow[] {
  return course.edition.findings.flatMap((rule) =>
    findingsNamed(course, rule).map((named) => findingRow(course, rule, named)),
  );
}

function findingsAmong(course: ToldCourse, all: readonly ToldCourse[]): readonly FindingRow[] {
  return course.edition.crossFindings.flatMap((rule) =>
    crossFindingsNamed(course, rule, all).map((named) => findingRow(course, rule, [named])),
  );
}

function findingRow(
  { log }: ToldCourse,
  rule: { readonly id: string; readonly severity: string },
  named: readonly ToldRecord[],
): FindingRow {
  return {
    course_id: log.courseId,
    finding: rule.id,
    severity: rule.severity,
    record_ids: named.map(({ record }) => record.recordId).join(" "),
  };
}
