// Knows how one course is told in plain words: where it is, every date with its rule and source, what to check.
import {
  type Finding,
  findingsAcross,
  findingsOf,
  type JudgedCourse,
  type Language,
  verdictsOf,
} from "@rettvei/engine";
import type { JudgedFile } from "../../judge-file.ts";
import { WORDING } from "../wording/languages.ts";
import { fill } from "../wording/wording.ts";
import { wrapIndented } from "../wrap.ts";
import { findingLines } from "./finding-lines.ts";
import { positionLines } from "./position-lines.ts";
import type { Telling } from "./telling.ts";
import { verdictLines } from "./verdict-lines.ts";

/** The course's findings, those that need the patient's other courses included. */
function findingsFor({ courses }: JudgedFile, judged: JudgedCourse): readonly Finding[] {
  const ofPatient = courses.filter((one) => one.log.patientId === judged.log.patientId);
  const across = findingsAcross(ofPatient).filter((one) => one.courseId === judged.log.courseId);
  return [...findingsOf(judged), ...across];
}

function headLines({ judged, language, words }: Telling): readonly string[] {
  const { asOf, edition: compiled } = judged.course;
  const { edition } = compiled;
  return [
    fill(words.course, { id: judged.log.courseId, pathway: edition.name[language] }),
    fill(words.edition, { edition: edition.edition, asOf }),
    ...(edition.status === "draft" ? [words.draft] : []),
    ...(edition.note ? [edition.note[language]] : []),
  ];
}

/** All that is to be said of one course of a judged file, in lines no wider than `width` if that can be. */
export function explanation(
  file: JudgedFile,
  judged: JudgedCourse,
  language: Language,
  width = Number.POSITIVE_INFINITY,
): string {
  const words = WORDING[language];
  const telling: Telling = { judged, bundle: file.bundle, language, words };
  const verdicts = verdictsOf(judged);
  const findings = findingsFor(file, judged);
  const lines = [
    ...headLines(telling),
    "",
    ...positionLines(telling, verdicts),
    "",
    words.rules,
    ...verdicts.flatMap((verdict) => verdictLines(telling, verdict)),
    "",
    words.findings,
    ...(findings.length === 0
      ? [words.noFindings]
      : findings.flatMap((finding) => findingLines(telling, finding))),
  ];
  return `${lines.flatMap((line) => wrapIndented(line, width)).join("\n")}\n`;
}
