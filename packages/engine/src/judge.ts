// Knows how a log is judged: which records count, what each rule says of them, what looks odd.
import type { CalendarDate } from "./calendar/calendar-date.ts";
import type { CompiledEdition, CompiledRule } from "./edition/compiled-edition.ts";
import { type Library, pinnedEdition } from "./edition/library.ts";
import type { Finding } from "./findings/finding.ts";
import { logFindings } from "./findings/log-findings.ts";
import { countingRecords } from "./log/counting.ts";
import type { CourseLog } from "./log/record.ts";
import { type CourseAt, courseAt } from "./verdicts/course-at.ts";
import { judgeIndividualDeadline } from "./verdicts/kinds/individual-deadline.ts";
import { judgeInterval } from "./verdicts/kinds/interval.ts";
import type { Verdict } from "./verdicts/verdict.ts";

/** A course as of a date, ready to be asked for verdicts, findings and its position. */
export interface JudgedCourse {
  readonly log: CourseLog;
  readonly course: CourseAt;
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

/** Lays a log out as of a date under an edition; undefined if no record counts, for then the log does not exist. */
export function courseOf(
  log: CourseLog,
  edition: CompiledEdition,
  asOf: CalendarDate,
): JudgedCourse | undefined {
  const counted = countingRecords(log.records, edition.eventOrder, asOf);
  if (counted.length === 0) return undefined;
  return { log, course: courseAt(counted, edition, asOf) };
}

/** The same under the edition the course is pinned to. Throws RangeError on an unknown pathway. */
export function pinnedCourse(
  log: CourseLog,
  library: Library,
  asOf: CalendarDate,
): JudgedCourse | undefined {
  const editions = library.pathways.get(log.pathway);
  if (editions === undefined) throw new RangeError(`unknown pathway "${log.pathway}"`);
  // All editions share one vocabulary, so the order of records does not depend on the edition.
  const counted = countingRecords(log.records, editions.inForce[0].eventOrder, asOf);
  const edition = pinnedEdition(editions, counted);
  return edition && { log, course: courseAt(counted, edition, asOf) };
}

function judgeRule(rule: CompiledRule, course: CourseAt, verdicts: Verdict[]): void {
  switch (rule.kind) {
    case "interval":
      judgeInterval(rule, course, verdicts);
      break;
    case "individual-deadline":
      judgeIndividualDeadline(rule, course, verdicts);
      break;
  }
}

/** Verdicts of all rules that have begun: by rule in the edition's order, then by `from` in log order. */
export function verdictsOf({ course }: JudgedCourse): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const rule of course.variant.rules) judgeRule(rule, course, verdicts);
  return verdicts;
}

/** Oddities that this log alone shows. Those that need the patient's other logs: `findingsAcross`. */
export function findingsOf({ course }: JudgedCourse): readonly Finding[] {
  return logFindings(course);
}

const NOT_THERE: Judgement = { verdicts: [], findings: [] };

/** Judges one log under one edition as of a date. Pure: same input, same answer; never throws on a valid log. */
export function judge(log: CourseLog, edition: CompiledEdition, asOf: CalendarDate): Judgement {
  const judged = courseOf(log, edition, asOf);
  if (judged === undefined) return NOT_THERE;
  return { verdicts: verdictsOf(judged), findings: findingsOf(judged) };
}
