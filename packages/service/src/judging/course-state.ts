// Knows what is kept of a judged course so that a work list need not judge: a cache, never a source.
import type {
  CalendarDate,
  CareLevel,
  Evidence,
  Finding,
  FindingSeverity,
  NextDateKind,
  Standing,
  Verdict,
} from "@rettvei/engine";
import type { JudgedPatient, PatientCourse } from "./judged-patient.ts";
import { type StepTaken, stepsTaken } from "./steps-taken.ts";
import type { StoredCourse } from "./stored-course.ts";

/** Unit of a course of which no record names one; such a course must not vanish. */
export const UNKNOWN_UNIT = "unknown";

/** Why the next date is what it is. */
export interface Why {
  readonly ruleId: string;
  readonly standing: Standing;
  readonly fromEvent: string;
  readonly fromOn: CalendarDate;
  readonly limitDays: number | undefined;
  readonly evidence: Evidence;
}

export type FindingCounts = Readonly<Record<FindingSeverity, number>>;

export interface CourseState {
  readonly courseId: string;
  readonly patientId: string;
  readonly pathway: string;
  readonly lastSeq: number;
  readonly judgedFor: CalendarDate;
  readonly validUntil: CalendarDate | undefined;
  readonly running: boolean;
  readonly unitId: string;
  readonly edition: CalendarDate | undefined;
  readonly editionHash: string | undefined;
  readonly phase: string | undefined;
  readonly careLevel: CareLevel | undefined;
  readonly nextStep: string | undefined;
  readonly nextOn: CalendarDate | undefined;
  readonly nextKind: NextDateKind | undefined;
  readonly why: Why | undefined;
  readonly lastEvent: string | undefined;
  readonly lastEventOn: CalendarDate | undefined;
  readonly findings: FindingCounts;
  /** Day of the first record that counts. */
  readonly firstOn: CalendarDate | undefined;
  readonly coordinatorId: string | undefined;
  readonly steps: readonly StepTaken[];
}

function whyOf(verdict: Verdict): Why {
  return {
    ruleId: verdict.rule.id,
    standing: verdict.rule.standing,
    fromEvent: verdict.from.event,
    fromOn: verdict.from.occurredOn,
    limitDays: verdict.limitDays,
    evidence: (verdict.limit ?? verdict.rule).source.evidence,
  };
}

function countsOf(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { rule } of findings) counts[rule.severity]++;
  return counts;
}

function stateOf(
  { log, judged }: PatientCourse<StoredCourse>,
  { asOf, validUntil }: JudgedPatient<StoredCourse>,
): CourseState {
  const position = judged?.position;
  const edition = judged?.at.course.edition.edition;
  const next = position?.nextDate;
  return {
    courseId: log.courseId,
    patientId: log.patientId,
    pathway: log.pathway,
    lastSeq: log.lastSeq,
    judgedFor: asOf,
    validUntil,
    running: position?.running ?? false,
    unitId: log.told.takenOverBy ?? position?.unitId ?? UNKNOWN_UNIT,
    edition: edition?.edition,
    editionHash: edition?.hash,
    phase: position?.phase?.id,
    careLevel: judged?.at.course.counted.at(-1)?.careLevel,
    nextStep: position?.nextStep,
    nextOn: next?.on,
    nextKind: next?.kind,
    why: next?.verdict && whyOf(next.verdict),
    lastEvent: position?.lastRecord.event,
    lastEventOn: position?.lastRecord.occurredOn,
    findings: countsOf(judged?.findings ?? []),
    firstOn: judged?.at.course.counted[0]?.record.occurredOn,
    coordinatorId: log.told.coordinatorId,
    steps: stepsTaken(judged?.verdicts ?? []),
  };
}

/** What to keep of each of a patient's courses. */
export function statesOf(judged: JudgedPatient<StoredCourse>): readonly CourseState[] {
  return judged.courses.map((course) => stateOf(course, judged));
}
