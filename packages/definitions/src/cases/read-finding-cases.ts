// Knows how a file of cases of a finding is read, once its shape is right.
import type { CalendarDate } from "@rettvei/engine";
import type { YamlPath } from "../yaml/yaml-file.ts";
import type { FindingCaseFile, FindingCaseInFile } from "./case-file.ts";
import { readLog } from "./read-log.ts";
import { checkNames, type Reading, readDate } from "./reading.ts";
import type { CourseInCase, FindingCase, FindingCases } from "./rule-case.ts";

const ONLY_COURSE = "course";
const ONLY_PATIENT = "patient";

function readCourses(
  written: FindingCaseInFile,
  asOf: CalendarDate,
  path: YamlPath,
  { yaml, problems }: Reading,
): readonly CourseInCase[] {
  const { log, courses, editions } = written;
  if ((log === undefined) === (courses === undefined)) {
    problems.push(yaml.problemAt(path, "either log or courses", log ? "both" : "none"));
  }
  if (courses !== undefined && editions !== undefined) {
    problems.push(yaml.problemAt([...path, "editions"], "editions only beside a log"));
  }
  if (courses === undefined) {
    const records = readLog(log ?? [], asOf, [...path, "log"], yaml, problems);
    const only = { courseId: ONLY_COURSE, patientId: ONLY_PATIENT, log: records };
    return [{ ...only, editions: editions ?? "all" }];
  }
  return courses.map((course, i) => ({
    courseId: course.id,
    patientId: course.patient,
    log: readLog(course.log, asOf, [...path, "courses", i, "log"], yaml, problems),
    editions: [course.edition],
  }));
}

function readFindingCase(
  written: FindingCaseInFile,
  path: YamlPath,
  reading: Reading,
): FindingCase {
  const asOf = readDate(written["as-of"], [...path, "as-of"], reading);
  return {
    shows: written.shows,
    name: written.name,
    asOf,
    courses: readCourses(written, asOf, path, reading),
    expect: written.expect.map(({ course, severity, records }) => ({
      courseId: course ?? (written.courses ? undefined : ONLY_COURSE),
      severity,
      records,
    })),
    path,
  };
}

/** The cases of a file; `id` is the finding that the file's path tells. */
export function readFindingCases(
  file: FindingCaseFile,
  id: string,
  reading: Reading,
): FindingCases {
  const { yaml, problems } = reading;
  if (file.finding !== id) problems.push(yaml.problemAt(["finding"], `"${id}", as the path says`));
  checkNames(file.cases, reading);
  return {
    yaml,
    finding: file.finding,
    cases: file.cases.map((one, i) => readFindingCase(one, ["cases", i], reading)),
  };
}
