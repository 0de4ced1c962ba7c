// Knows which moves of dates in a course a leader should look at: what was there first, what came, who, when, why.
import { osloDate } from "@rettvei/definitions";
import {
  addDays,
  type CalendarDate,
  type EventRecord,
  type Instant,
  isVoid,
  type LogRecord,
  pinnedCourse,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import type { MOVE_REASONS } from "../course/referral/referral-facts.ts";
import type { Judging } from "../judging/judging.ts";
import type { StoredCourse } from "../judging/stored-course.ts";

export const INTEGRITY_KINDS = [
  "deadline-moved-often",
  "deadline-moved-late",
  "breach-vanished",
  "postponed-often",
  "postponed-late",
  "closed-in-bulk",
] as const;
export type IntegrityKind = (typeof INTEGRITY_KINDS)[number];

export interface IntegrityRow {
  readonly kind: IntegrityKind;
  readonly courseId: string | null;
  readonly patientId: string | null;
  readonly ruleId: string | null;
  readonly event: string | null;
  /** The date that was there first; it stays in every report. */
  readonly originalOn: CalendarDate | null;
  readonly newOn: CalendarDate | null;
  /** Id of whoever did it; null of what was loaded and not registered here. */
  readonly by: string | null;
  readonly at: Instant;
  readonly reason: (typeof MOVE_REASONS)[number] | null;
  /** How often, or how many. */
  readonly count: number | null;
}

/** A legal deadline that was moved, with a reason at the referral or by a correction without one. */
export interface DeadlineMoved {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reason: IntegrityRow["reason"];
  readonly by: string | null;
  readonly at: Instant;
}

/** A record of a course, and who wrote it. */
interface Written {
  readonly by: string | null;
  /** It follows from a fact that tells its own reason. */
  readonly derived: boolean;
}

/** From the issue's own criterion: three times, or two days before. */
const OFTEN = 3;
const LATE_DAYS = 2;

type Course = StoredCourse;
type WriterOf = (recordId: string) => Written;

function rowOf(course: Course, kind: IntegrityKind, rest: Partial<IntegrityRow>): IntegrityRow {
  const { courseId, patientId } = course;
  const nothing = { ruleId: null, event: null, originalOn: null, newOn: null, by: null };
  const at = course.records.at(-1)?.recordedAt ?? ("" as Instant);
  return { kind, courseId, patientId, ...nothing, at, reason: null, count: null, ...rest };
}

const eventsOf = ({ records }: Course): readonly EventRecord[] =>
  records.filter((record): record is EventRecord => !isVoid(record));

/** Deadlines that a typed correction changed. */
function typedMoves(course: Course, writerOf: WriterOf): readonly DeadlineMoved[] {
  const byId = new Map(eventsOf(course).map((record) => [record.recordId, record]));
  return eventsOf(course).flatMap((record) => {
    const from = byId.get(record.corrects ?? "")?.legalDeadline;
    const to = record.legalDeadline;
    const { by, derived } = writerOf(record.recordId);
    if (from === undefined || to === undefined || from === to || derived) return [];
    return [{ from, to, reason: null, by, at: record.recordedAt }];
  });
}

function deadlineRows(course: Course, moves: readonly DeadlineMoved[]): readonly IntegrityRow[] {
  const inOrder = [...moves].sort((a, b) => (a.at < b.at ? -1 : 1));
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) return [];
  const often: readonly IntegrityRow[] =
    inOrder.length < OFTEN
      ? []
      : [
          rowOf(course, "deadline-moved-often", {
            ...{ originalOn: first.from, newOn: last.to, by: last.by, at: last.at },
            ...{ reason: last.reason, count: inOrder.length },
          }),
        ];
  const late = inOrder
    .filter(({ from, at }) => osloDate(at) >= addDays(from, -LATE_DAYS))
    .map(({ from, to, by, at, reason }) =>
      rowOf(course, "deadline-moved-late", { originalOn: from, newOn: to, by, at, reason }),
    );
  return [...often, ...late];
}

interface Known {
  readonly verdicts: readonly Verdict[];
  readonly key: (verdict: Verdict) => string;
}

function verdictsWith(
  course: Course,
  records: readonly LogRecord[],
  { library }: Judging,
  asOf: CalendarDate,
): Known {
  const judged = pinnedCourse({ ...course, records }, library, asOf);
  const verdicts = judged === undefined ? [] : verdictsOf(judged);
  const places = new Map<Verdict, number>();
  const counts = new Map<string, number>();
  for (const verdict of verdicts) {
    const place = counts.get(verdict.rule.id) ?? 0;
    counts.set(verdict.rule.id, place + 1);
    places.set(verdict, place);
  }
  return { verdicts, key: (verdict) => `${verdict.rule.id} ${places.get(verdict)}` };
}

const isOver = ({ verdict, overBy }: Verdict): boolean =>
  verdict === "not-met" && overBy !== undefined;

/** Corrections and voids after which something that was over its time is no longer. */
function vanishedRows(
  course: Course,
  judging: Judging,
  writerOf: WriterOf,
): readonly IntegrityRow[] {
  const byId = new Map(eventsOf(course).map((record) => [record.recordId, record]));
  return course.records.flatMap((record, place) => {
    const target = byId.get((isVoid(record) ? record.voids : record.corrects) ?? "");
    const { by, derived } = writerOf(record.recordId);
    if (target === undefined || derived) return [];
    const on = osloDate(record.recordedAt);
    const before = verdictsWith(course, course.records.slice(0, place), judging, on);
    const after = verdictsWith(course, course.records.slice(0, place + 1), judging, on);
    const still = new Set(after.verdicts.filter(isOver).map(after.key));
    const gone = before.verdicts.filter((one) => isOver(one) && !still.has(before.key(one)));
    return gone.map(({ rule }) =>
      rowOf(course, "breach-vanished", {
        ...{ ruleId: rule.id, event: target.event, originalOn: target.occurredOn },
        ...{ newOn: isVoid(record) ? null : record.occurredOn, by, at: record.recordedAt },
      }),
    );
  });
}

function postponedRows(
  course: Course,
  judging: Judging,
  writerOf: WriterOf,
  asOf: CalendarDate,
): readonly IntegrityRow[] {
  const judged = pinnedCourse(course, judging.library, asOf);
  if (judged === undefined) return [];
  const { counted, edition } = judged.course;
  const postponed = counted
    .filter(({ event }) => event === edition.postponed)
    .map(({ record }) => record);
  const last = postponed.at(-1);
  const told = ({ recordId, recordedAt, event }: EventRecord) => {
    return { by: writerOf(recordId).by, at: recordedAt, event };
  };
  const often =
    last === undefined || postponed.length < OFTEN
      ? []
      : [
          rowOf(course, "postponed-often", {
            ...{ ...told(last), originalOn: postponed[0]?.occurredOn ?? null },
            ...{ newOn: last.occurredOn, count: postponed.length },
          }),
        ];
  const late = verdictsOf(judged).flatMap(({ rule, from, to, dueOn }) =>
    dueOn === undefined
      ? []
      : postponed
          .filter(({ occurredOn: on }) => on >= addDays(dueOn, -LATE_DAYS) && on <= dueOn)
          .filter(({ occurredOn: on }) => on >= from.occurredOn)
          .filter(({ occurredOn: on }) => to === undefined || on <= to.occurredOn)
          .map((record) => {
            const newOn = to?.occurredOn ?? null;
            return rowOf(course, "postponed-late", {
              ...{ ...told(record), ruleId: rule.id, originalOn: dueOn, newOn },
            });
          }),
  );
  return [...often, ...late];
}

export interface Looking {
  readonly judging: Judging;
  readonly writerOf: WriterOf;
  /** Moves with a reason, told at the referral of the course. */
  readonly moves: readonly DeadlineMoved[];
  readonly asOf: CalendarDate;
}

/** What in one course a leader should look at. A pure function of its log. */
export function integrityOf(
  course: Course,
  { judging, writerOf, moves, asOf }: Looking,
): readonly IntegrityRow[] {
  return [
    ...deadlineRows(course, [...moves, ...typedMoves(course, writerOf)]),
    ...vanishedRows(course, judging, writerOf),
    ...postponedRows(course, judging, writerOf, asOf),
  ];
}
