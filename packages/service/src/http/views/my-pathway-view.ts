// Knows how a judged course is shown to its patient: place, next step and why, people, dates, what took longer.
import type { CalendarDate, EventDefinition, PatientText, Text, Verdict } from "@rettvei/engine";
import { ageGroupOf } from "../../access/age.ts";
import { courseAssignments } from "../../course/assignment/course-assignments.ts";
import { plannedEvaluation } from "../../course/evaluation/course-evaluations.ts";
import { REFERRAL } from "../../course/referral/referral.ts";
import { courseVoices } from "../../course/voice/course-voices.ts";
import { byMatter } from "../../facts/by-matter.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Judged, PatientCourse } from "../../judging/judged-patient.ts";
import type { Judging } from "../../judging/judging.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { courseEdition } from "../../registration/course-edition.ts";
import type { Unit } from "../../store/units.ts";
import type { MyPathwayView, Relation } from "../schemas/my-pathway.ts";

/** What the page needs beside the course itself. */
export interface Mine {
  readonly judging: Judging;
  readonly asOf: CalendarDate;
  readonly name: string | null;
  readonly relation: Relation;
  readonly born: CalendarDate | undefined;
  readonly unit: Pick<Unit, "unitId" | "name"> | undefined;
  /** Facts of the course, as far as whoever asks may see them. */
  readonly facts: readonly Fact[];
}

type NameOf = (event: string) => Text;

function eventIn(events: readonly EventDefinition[], event: string): EventDefinition | undefined {
  return events.find(({ id }) => id === event);
}

function whyOf(verdict: Verdict | undefined, nameOf: NameOf) {
  if (verdict?.limitDays === undefined || verdict.rule.kind !== "interval") return null;
  const { event, occurredOn: fromOn } = verdict.from;
  const { count } = verdict.rule;
  return { fromName: nameOf(event), fromOn, limitDays: verdict.limitDays, count };
}

function kindOf(verdict: Verdict): MyPathwayView["dates"][0]["kind"] {
  return verdict.rule.kind === "individual-deadline" ? "legal-deadline" : verdict.rule.standing;
}

function isAhead(verdict: Verdict, asOf: CalendarDate): boolean {
  return verdict.open && verdict.dueOn !== undefined && verdict.dueOn >= asOf;
}

type Told = Pick<NonNullable<MyPathwayView["next"]>, "on" | "kind">;

/** A meeting that is agreed says more than the day by which it is recommended. */
function dateOfNext(
  step: string,
  verdict: Verdict | undefined,
  agreed: CalendarDate | undefined,
): Told {
  if (step === "evaluation" && agreed !== undefined) return { on: agreed, kind: "evaluation" };
  return { on: verdict?.dueOn ?? null, kind: verdict === undefined ? null : kindOf(verdict) };
}

/** The day of the next evaluation, where it is agreed and to come. */
function agreedEvaluation({ facts, asOf }: Mine): CalendarDate | undefined {
  const on = plannedEvaluation(facts)?.plannedOn ?? undefined;
  return on !== undefined && on >= asOf ? on : undefined;
}

/** A date that has passed is told as "longer than recommended", and not as what comes next. */
function nextView(
  judged: Judged | undefined,
  events: readonly EventDefinition[],
  nameOf: NameOf,
  mine: Mine,
): MyPathwayView["next"] {
  const step = judged?.position.nextStep;
  if (judged === undefined || step === undefined) return null;
  const verdict = judged.verdicts.find((one) => one.rule.to === step && isAhead(one, mine.asOf));
  const told = dateOfNext(step, verdict, agreedEvaluation(mine));
  return {
    name: nameOf(step),
    patientText: eventIn(events, step)?.patientText ?? null,
    ...told,
    why: told.kind === "evaluation" ? null : whyOf(verdict, nameOf),
  };
}

/** What has not happened and is late; a step that was passed over without being written down is not waited for. */
function longerView(
  judged: Judged | undefined,
  events: readonly EventDefinition[],
  nameOf: NameOf,
): MyPathwayView["longer"] {
  if (judged === undefined) return [];
  const placeOf = (event: string): number => events.findIndex(({ id }) => id === event);
  const reached = Math.max(...judged.at.course.counted.map(({ record }) => placeOf(record.event)));
  return judged.verdicts.flatMap(({ open, verdict, dueOn, overBy, rule, postponed }) =>
    open &&
    verdict === "not-met" &&
    dueOn !== undefined &&
    overBy !== undefined &&
    placeOf(rule.to) >= reached
      ? [{ name: nameOf(rule.to), standing: rule.standing, dueOn, overBy, postponed }]
      : [],
  );
}

function datesView(
  { facts, asOf }: Mine,
  judged: Judged | undefined,
  nameOf: NameOf,
): MyPathwayView["dates"] {
  const evaluation = plannedEvaluation(facts)?.plannedOn;
  const answers = courseVoices(facts).filter(({ state }) => ["waiting", "taken"].includes(state));
  const dates: MyPathwayView["dates"] = [
    ...(evaluation == null ? [] : [{ on: evaluation, kind: "evaluation" as const, name: null }]),
    ...answers.map(({ answerBy: on }) => ({ on, kind: "answer" as const, name: null })),
    ...(judged?.verdicts ?? []).flatMap((one) =>
      isAhead(one, asOf) && one.dueOn !== undefined
        ? [{ on: one.dueOn, kind: kindOf(one), name: nameOf(one.rule.to) }]
        : [],
    ),
  ];
  return dates.filter(({ on }) => on >= asOf).sort((a, b) => (a.on < b.on ? -1 : 1));
}

function phasesView(
  judged: Judged | undefined,
  phases: readonly { id: string; name: Text; patientText?: PatientText | undefined }[],
): MyPathwayView["phases"] {
  const at = phases.findIndex(({ id }) => id === judged?.position.phase?.id);
  return phases.map(({ id, name, patientText }, index) => ({
    id,
    name,
    state: index === at ? "current" : index < at ? "passed" : "ahead",
    patientText: patientText ?? null,
  }));
}

function peopleView(facts: readonly Fact[]): MyPathwayView["people"] {
  return courseAssignments(facts).held.map(({ role, personId, personName, phone, unitId }) => ({
    ...{ role, personId, phone, unitId },
    name: personName,
  }));
}

export function myPathwayView(
  { log, judged }: PatientCourse<StoredCourse>,
  mine: Mine,
): MyPathwayView {
  const { judging, asOf, name, relation, born, unit, facts } = mine;
  const compiled = judged?.at.course.edition ?? courseEdition(judging, log);
  const { edition, events } = compiled;
  const nameOf: NameOf = (event) =>
    eventIn(events, event)?.name ?? { nb: event, nn: event, en: event };
  const counted = (judged?.at.course.counted ?? []).map(({ record }) => record);
  const running = judged?.position.running ?? false;
  return {
    ...{ asOf, courseId: log.courseId, patientId: log.patientId, name, relation, running },
    ageGroup: ageGroupOf(born, asOf),
    pathwayName: edition.name,
    startedOn: counted[0]?.occurredOn ?? null,
    endedOn: judged?.at.course.ends.at(-1)?.record.occurredOn ?? null,
    phases: phasesView(judged, edition.phases),
    next: nextView(judged, events, nameOf, mine),
    longer: longerView(judged, events, nameOf),
    unit: unit === undefined ? null : { unitId: unit.unitId, name: unit.name },
    people: peopleView(facts),
    dates: datesView(mine, judged, nameOf),
    happened: counted.map(({ event, occurredOn: on }) => ({ on, name: nameOf(event) })).reverse(),
    referralIds: byMatter(facts, REFERRAL).flatMap(([first]) => first?.matterId ?? []),
  };
}
