// Knows how a case of a finding is looked through, and where what is found differs from the case's answer.
import {
  courseOf,
  type Finding,
  findingsAcross,
  findingsOf,
  type JudgedCourse,
} from "@rettvei/engine";
import type { Problem } from "../problem.ts";
import type { ExpectedFinding, FindingCase, FindingCases } from "./rule-case.ts";
import type { EditionsByKey } from "./run-rule-case.ts";

export interface FindingCaseRun {
  /** Edition of the case's course, or of each of its courses, joined. */
  readonly edition: string;
  readonly case: FindingCase;
  readonly severities: readonly string[];
  readonly differences: readonly Problem[];
}

/** A row as text, so that rows of any order can be held against each other. */
function row(course: string | undefined, severity: string, records: readonly string[]): string {
  return [course ?? "", severity, ...records].join(" ");
}

function shownRows(rows: readonly string[]): string {
  return rows.join(", ") || "none";
}

function judgedCourses(
  one: FindingCase,
  keys: readonly string[],
  editions: EditionsByKey,
): readonly JudgedCourse[] {
  return one.courses.flatMap(({ courseId, patientId, log }, i) => {
    const edition = editions.get(keys[i] ?? "");
    if (edition === undefined) return [];
    const { pathway } = edition.edition;
    return courseOf({ courseId, patientId, pathway, records: log }, edition, one.asOf) ?? [];
  });
}

interface Found extends Finding {
  readonly courseId: string;
}

function allFindings(judged: readonly JudgedCourse[]): readonly Found[] {
  const own = judged.flatMap((course) =>
    findingsOf(course).map((finding) => ({ ...finding, courseId: course.log.courseId })),
  );
  return [...own, ...findingsAcross(judged)];
}

function runUnder(
  cases: FindingCases,
  one: FindingCase,
  keys: readonly string[],
  editions: EditionsByKey,
): FindingCaseRun {
  const found = allFindings(judgedCourses(one, keys, editions)).filter(
    ({ rule }) => rule.id === cases.finding,
  );
  const expected = one.expect
    .map(({ courseId, severity, records }: ExpectedFinding) => row(courseId, severity, records))
    .sort();
  const actual = found
    .map(({ courseId, rule, recordIds }) => row(courseId, rule.severity, recordIds))
    .sort();
  const edition = keys.join(" and ");
  const same = shownRows(expected) === shownRows(actual);
  const where = `(case "${one.name}" of ${cases.finding} under ${edition})`;
  const difference = (): Problem =>
    cases.yaml.problemAt(
      [...one.path, "expect"],
      `${shownRows(expected)} ${where}`,
      shownRows(actual),
    );
  return {
    edition,
    case: one,
    severities: found.map(({ rule }) => rule.severity),
    differences: same ? [] : [difference()],
  };
}

/** Looks through every case of a file: one course under each of its editions, or several side by side. */
export function runFindingCases(
  cases: FindingCases,
  editions: EditionsByKey,
): readonly FindingCaseRun[] {
  return cases.cases.flatMap((one) => {
    const [only, ...others] = one.courses;
    if (only === undefined) return [];
    if (others.length > 0) {
      const keys = one.courses.map((course) => course.editions[0] ?? "");
      return [runUnder(cases, one, keys, editions)];
    }
    const keys = only.editions === "all" ? [...editions.keys()] : only.editions;
    return keys.map((key) => runUnder(cases, one, [key], editions));
  });
}
