// Knows how a judged course is shown.
import {
  type CalendarDate,
  type CompiledEdition,
  daysBetween,
  type EventDefinition,
  type Finding,
  type Phase,
  type Position,
  type Text,
} from "@rettvei/engine";
import type { Judged, PatientCourse } from "../../judging/judged-patient.ts";
import type { Judging } from "../../judging/judging.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { courseEdition } from "../../registration/course-edition.ts";
import type { PatientLabel } from "../../store/patients.ts";
import type { Unit } from "../../store/units.ts";
import type { CourseView } from "../schemas/course.ts";
import { mendOf } from "./mend-of.ts";
import { recordViews } from "./record-views.ts";
import { sourceView } from "./source-view.ts";
import { verdictView } from "./verdict-view.ts";

/** What a course's page needs beside the course itself. */
export interface Surroundings {
  readonly judging: Judging;
  readonly asOf: CalendarDate;
  readonly patient: PatientLabel;
  /** Where the course is; undefined where nothing names a unit. */
  readonly unit: Pick<Unit, "unitId" | "name"> | undefined;
}

function nameIn(events: readonly EventDefinition[]): (event: string) => Text {
  return (event) =>
    events.find(({ id }) => id === event)?.name ?? { nb: event, nn: event, en: event };
}

function editionView({ edition }: CompiledEdition, judging: Judging): CourseView["edition"] {
  const { name, status, hash, note } = edition;
  const source = sourceView(judging.bundle, edition.source);
  return { edition: edition.edition, name, status, hash, note: note ?? null, source };
}

const NOWHERE: CourseView["position"] = {
  running: false,
  phase: null,
  unitId: null,
  unitName: null,
  nextStep: null,
  nextDate: null,
  noPublishedTime: false,
};

function phaseView(phase: Phase): NonNullable<CourseView["position"]["phase"]> {
  return { id: phase.id, name: phase.name, patientText: phase.patientText ?? null };
}

function positionView(
  position: Position,
  nameOf: (event: string) => Text,
  { asOf, unit }: Surroundings,
): CourseView["position"] {
  const { running, phase, nextStep, nextDate } = position;
  return {
    running,
    phase: phase === undefined ? null : phaseView(phase),
    unitId: unit?.unitId ?? null,
    unitName: unit?.name ?? null,
    nextStep: nextStep === undefined ? null : { event: nextStep, name: nameOf(nextStep) },
    nextDate:
      nextDate === undefined
        ? null
        : { on: nextDate.on, kind: nextDate.kind, daysLeft: daysBetween(asOf, nextDate.on) },
    noPublishedTime: running && nextDate === undefined,
  };
}

function phaseStates(phases: readonly Phase[], current: Phase | undefined): CourseView["phases"] {
  const at = current === undefined ? -1 : phases.indexOf(current);
  return phases.map(({ id, name }, index) => {
    const state = index === at ? "current" : index < at ? "passed" : "ahead";
    return { id, name, state };
  });
}

function findingView(
  finding: Finding,
  judging: Judging,
  position: Position | undefined,
): CourseView["findings"][0] {
  const { rule, recordIds } = finding;
  const { id, severity, message, advice } = rule;
  const source = sourceView(judging.bundle, rule.source);
  const mend = mendOf(finding, position);
  return { id, severity, message, advice, recordIds: [...recordIds], mend, source };
}

function expectedEvents(
  judged: Judged | undefined,
  nameOf: (event: string) => Text,
): CourseView["expected"] {
  if (!judged?.position.running) return [];
  const had = new Set(judged.at.course.counted.map(({ record }) => record.event));
  const expected = judged.position.phase?.expects ?? [];
  return expected
    .filter((event) => !had.has(event))
    .map((event) => ({ event, name: nameOf(event) }));
}

function registrableEvents(
  { events, plain }: CompiledEdition,
  judged: Judged | undefined,
): CourseView["registrable"] {
  const { hasEvent } = judged?.at.course.variant ?? plain;
  return events
    .filter((_, index) => hasEvent[index])
    .map(({ id, name, outcomes }) => ({
      event: id,
      name,
      outcomes: outcomes.map((outcome) => ({ id: outcome.id, name: outcome.name })),
    }));
}

/** A course as its page shows it. */
export function courseView(
  { log, judged }: PatientCourse<StoredCourse>,
  around: Surroundings,
): CourseView {
  const { judging, asOf, patient } = around;
  const compiled = judged?.at.course.edition ?? courseEdition(judging, log);
  const { edition, events } = compiled;
  const nameOf = nameIn(events);
  return {
    asOf,
    knownOn: null,
    courseId: log.courseId,
    patient,
    pathway: log.pathway,
    pathwayName: edition.name,
    edition: editionView(compiled, judging),
    lastRecordSeq: log.lastSeq,
    position: judged === undefined ? NOWHERE : positionView(judged.position, nameOf, around),
    phases: phaseStates(edition.phases, judged?.position.phase),
    verdicts: (judged?.verdicts ?? []).map((one) => verdictView(one, judging.bundle, nameOf)),
    findings: (judged?.findings ?? []).map((one) => findingView(one, judging, judged?.position)),
    records: recordViews(log, events, judging.bundle, asOf),
    expected: expectedEvents(judged, nameOf),
    registrable: registrableEvents(compiled, judged),
    conditions: edition.conditions.map(({ condition }) => condition),
  };
}
