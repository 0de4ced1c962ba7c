// Knows what the edition's rule says of the days between a planned end of detox and the planned start after it.
import { toInstant } from "@rettvei/definitions";
import {
  type CalendarDate,
  type CareLevel,
  daysBetween,
  type EventRecord,
  type Verdict,
} from "@rettvei/engine";
import { judgePatient } from "../../judging/judged-patient.ts";
import type { Judging } from "../../judging/judging.ts";
import { proposalOf } from "../../judging/proposal-of.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";

export interface PlannedDetox {
  readonly endOn: CalendarDate;
  readonly nextStartOn: CalendarDate | null;
  readonly careLevel: CareLevel | null;
}

export interface DetoxGap {
  /** Calendar days from the end to the start; null while no start is planned. */
  readonly days: number | null;
  /** As the course's edition has it; null where no limit is published for the case. */
  readonly limitDays: number | null;
  /** Last date on which the start is within the limit. */
  readonly dueOn: CalendarDate | null;
  /** Null where nobody can say: no start is planned, or no limit is published. */
  readonly within: boolean | null;
}

const ENDED = "planned-detox-end";
const STARTED = "planned-treatment-start";

function planned(
  recordId: string,
  event: string,
  occurredOn: CalendarDate,
  careLevel: CareLevel | null,
): EventRecord {
  const written = {
    recordedAt: toInstant(Date.parse(`${occurredOn}T12:00:00Z`)),
    recordedOn: occurredOn,
  };
  const record = { recordId, event, occurredOn, voids: undefined, ...written };
  return careLevel === null ? record : { ...record, careLevel };
}

/** The verdict that the rule of the edition would give if all went as planned; undefined if it has no such rule. */
function verdictOf(
  judging: Judging,
  course: StoredCourse,
  { endOn, nextStartOn, careLevel }: PlannedDetox,
): Verdict | undefined {
  const endEvent = proposalOf(judging.bundle, "detox-ended").event;
  const startEvent = proposalOf(judging.bundle, "treatment-started").event;
  const end = planned(ENDED, endEvent, endOn, careLevel);
  const start = nextStartOn === null ? [] : [planned(STARTED, startEvent, nextStartOn, null)];
  const log = { ...course, records: [...course.records, end, ...start] };
  const [judged] = judgePatient([log], judging, nextStartOn ?? endOn).courses;
  return judged?.judged?.verdicts.find(
    ({ from, rule }) => from.recordId === ENDED && rule.to === startEvent,
  );
}

export function detoxGap(judging: Judging, course: StoredCourse, detox: PlannedDetox): DetoxGap {
  const { endOn, nextStartOn } = detox;
  const verdict = verdictOf(judging, course, detox);
  const known = verdict?.verdict === "met" || verdict?.verdict === "not-met";
  return {
    days: nextStartOn === null ? null : daysBetween(endOn, nextStartOn),
    limitDays: verdict?.limitDays ?? null,
    dueOn: verdict?.dueOn ?? null,
    within: nextStartOn === null || !known ? null : verdict.verdict === "met",
  };
}
