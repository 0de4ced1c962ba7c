// Knows how the engine's verdicts and findings look as rows. Turns them into text and decides nothing.
import {
  type CalendarDate,
  type CompiledEdition,
  type CourseLog,
  courseOf,
  type Finding,
  findingsAcross,
  findingsOf,
  type JudgedCourse,
  type Library,
  pinnedCourse,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import type { FindingRow, Rows, VerdictRow } from "./rows.ts";

/** All rows of some logs, each judged under the edition it is pinned to. */
export function engineRows(logs: readonly CourseLog[], library: Library, asOf: CalendarDate): Rows {
  const judged = logs
    .map((log) => pinnedCourse(log, library, asOf))
    .filter((course) => course !== undefined);
  const across = findingsAcross(judged).map((found) => findingRow(found.courseId, found));
  const alone = rowsOf(judged);
  return { ...alone, findings: [...alone.findings, ...across] };
}

/** The rows of one log judged under an edition that was chosen for it, as one tries out a draft. */
export function engineRowsUnder(
  log: CourseLog,
  edition: CompiledEdition,
  asOf: CalendarDate,
): Rows {
  const judged = courseOf(log, edition, asOf);
  return rowsOf(judged === undefined ? [] : [judged]);
}

function rowsOf(judged: readonly JudgedCourse[]): Rows {
  return {
    verdicts: judged.flatMap((one) =>
      verdictsOf(one).map((verdict) => verdictRow(one.log, verdict)),
    ),
    findings: judged.flatMap((one) =>
      findingsOf(one).map((finding) => findingRow(one.log.courseId, finding)),
    ),
  };
}

export function verdictRow(log: CourseLog, verdict: Verdict): VerdictRow {
  return {
    course_id: log.courseId,
    pathway: log.pathway,
    edition: verdict.edition,
    rule: verdict.rule.id,
    standing: verdict.rule.standing,
    from_event: verdict.from.event,
    from_on: verdict.from.occurredOn,
    to_event: text(verdict.to?.event),
    to_on: text(verdict.to?.occurredOn),
    limit_days: text(verdict.limitDays),
    due_on: text(verdict.dueOn),
    days: text(verdict.days),
    over_by: text(verdict.overBy),
    verdict: verdict.verdict,
    open: String(verdict.open),
    reason: text(verdict.reason),
    care_level: text(verdict.careLevel),
    unit_id: text(verdict.unitId),
    postponed: String(verdict.postponed),
  };
}

function findingRow(courseId: string, { rule, recordIds }: Finding): FindingRow {
  return {
    course_id: courseId,
    finding: rule.id,
    severity: rule.severity,
    record_ids: recordIds.join(" "),
  };
}

function text(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}
