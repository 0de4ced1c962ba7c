// Knows how one course is told in plain words: where it is, every date with its rule and source, what to check.
import type { Bundle } from "@rettvei/definitions";
import {
  daysBetween,
  type Finding,
  findingsAcross,
  findingsOf,
  type JudgedCourse,
  type Language,
  type NextDateKind,
  positionOf,
  type SourceRef,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import type { JudgedFile } from "../judge-file.ts";
import { type Counted, counted, fill, WORDING, type Wording } from "./wording.ts";

/** Everything a sentence about one course is made from. */
interface Telling {
  readonly judged: JudgedCourse;
  readonly bundle: Bundle;
  readonly language: Language;
  readonly words: Wording;
}

function eventName({ judged, language }: Telling, event: string): string {
  const found = judged.course.edition.events.find((one) => one.id === event);
  return (found?.name[language] ?? event).toLowerCase();
}

function kindText(kind: NextDateKind, words: Wording): string {
  switch (kind) {
    case "legal-deadline":
    case "statutory":
      return words.standing.statutory.toLowerCase();
    case "recommendation":
    case "planned":
      return words.standing.recommendation.toLowerCase();
    case "target":
      return words.standing.target.toLowerCase();
    case "local":
      return words.evidence.local;
  }
}

function positionLines(telling: Telling, verdicts: readonly Verdict[]): readonly string[] {
  const { judged, language, words } = telling;
  const position = positionOf(judged.course, verdicts);
  const phase = position.phase ? [fill(words.phase, { phase: position.phase.name[language] })] : [];
  if (!position.running) return [...phase, words.ended];
  const { nextDate, nextStep } = position;
  const step = nextStep ? [fill(words.nextStep, { step: eventName(telling, nextStep) })] : [];
  if (nextDate === undefined) return [...phase, ...step, words.noPublishedTime];
  const days = daysBetween(judged.course.asOf, nextDate.on);
  const left =
    days === 0
      ? words.today
      : fill(days > 0 ? words.daysLeft : words.daysOver, {
          n: counted(Math.abs(days), words.calendarDays),
        });
  const kind = kindText(nextDate.kind, words);
  return [...phase, ...step, fill(words.nextDate, { date: nextDate.on, kind, left })];
}

function sentenceFor(verdict: Verdict, words: Wording): string {
  switch (verdict.verdict) {
    case "met":
      return words.met;
    case "pending":
      return words.openPending;
    case "not-applicable":
      return words.notApplicable;
    case "undetermined":
      if (verdict.open) return words.undeterminedOpen;
      return verdict.to === undefined ? words.undeterminedEnded : words.undeterminedClosed;
    case "not-met":
      if (verdict.reason === "too-early") return words.tooEarly;
      if (verdict.reason === "ended") return words.endedOver;
      return verdict.open ? words.openOver : words.notMet;
  }
}

function sourceText({ bundle, words }: Telling, { ref, section, evidence }: SourceRef): string {
  return fill(words.source, {
    title: bundle.sources[ref]?.title ?? ref,
    section: section === undefined ? "" : `, ${section}`,
    evidence: words.evidence[evidence],
  });
}

function limitText(verdict: Verdict, unit: Counted, words: Wording): string | undefined {
  const standing = words.standing[verdict.rule.standing];
  if (verdict.limitDays !== undefined) {
    const least = verdict.limit?.atLeast === undefined ? "" : `${verdict.limit.atLeast}–`;
    return fill(words.limit, { standing, least, limit: counted(verdict.limitDays, unit) });
  }
  return verdict.dueOn === undefined
    ? undefined
    : fill(words.ownDate, { standing, dueOn: verdict.dueOn });
}

function verdictLines(telling: Telling, verdict: Verdict): readonly string[] {
  const { words, language } = telling;
  const { rule } = verdict;
  const working = rule.kind === "interval" && rule.count === "working-days";
  const unit = working ? words.workingDays : words.calendarDays;
  const said = fill(sentenceFor(verdict, words), {
    days: verdict.days === undefined ? "" : counted(verdict.days, unit),
    over: verdict.overBy === undefined ? "" : counted(verdict.overBy, unit),
    from: eventName(telling, verdict.from.event),
    fromOn: verdict.from.occurredOn,
    to: eventName(telling, verdict.to?.event ?? rule.to),
    toOn: verdict.to?.occurredOn ?? "",
    dueOn: verdict.dueOn ?? "",
    reason: verdict.reason === undefined ? "" : words.reason[verdict.reason],
  });
  const limit = limitText(verdict, unit, words);
  return [
    `• ${rule.title[language]} (${rule.id})`,
    `    ${said}`,
    ...(limit === undefined ? [] : [`    ${limit}`]),
    ...(verdict.postponed ? [`    ${words.postponed}`] : []),
    `    ${sourceText(telling, verdict.limit?.source ?? rule.source)}`,
  ];
}

function findingLines(telling: Telling, finding: Finding): readonly string[] {
  const { language, words } = telling;
  const named = finding.recordIds.length === 0 ? "" : ` [${finding.recordIds.join(" ")}]`;
  return [
    `• ${finding.rule.message[language]}${named}`,
    `    ${fill(words.toDo, { advice: finding.rule.advice[language] })}`,
  ];
}

/** All that is to be said of one course of a judged file, line by line. */
export function explanation(file: JudgedFile, judged: JudgedCourse, language: Language): string {
  const words = WORDING[language];
  const telling: Telling = { judged, bundle: file.bundle, language, words };
  const { edition } = judged.course.edition;
  const verdicts = verdictsOf(judged);
  const ofPatient = file.courses.filter((one) => one.log.patientId === judged.log.patientId);
  const across = findingsAcross(ofPatient).filter((one) => one.courseId === judged.log.courseId);
  const findings = [...findingsOf(judged), ...across];
  const lines = [
    fill(words.course, { id: judged.log.courseId, pathway: edition.name[language] }),
    fill(words.edition, { edition: edition.edition, asOf: file.asOf }),
    ...(edition.status === "draft" ? [words.draft] : []),
    ...(edition.note ? [edition.note[language]] : []),
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
  return `${lines.join("\n")}\n`;
}
