// Knows what all kinds of rules may ask of a course at a date.
import { type CalendarDate, type DayNumber, toDayNumber } from "../calendar/calendar-date.ts";
import type { CompiledEdition, EditionVariant } from "../edition/compiled-edition.ts";
import type { CountedRecord } from "../log/counting.ts";
import type { GrantedFor, Severity } from "../log/record.ts";

/** Facts carried by records of any event. */
export interface CourseFacts {
  /** Of these three the last in order holds. */
  readonly severity: Severity | undefined;
  readonly grantedFor: GrantedFor | undefined;
  readonly condition: string | undefined;
  /** The first record that tells a legal deadline; it moves only by a correction. */
  readonly legalDeadlineFrom: CountedRecord | undefined;
}

export interface CourseAt {
  readonly asOf: CalendarDate;
  readonly asOfDay: DayNumber;
  readonly edition: CompiledEdition;
  /** The edition's rules and events for the course's condition. */
  readonly variant: EditionVariant;
  /** Counting records in order; never empty. */
  readonly counted: readonly CountedRecord[];
  readonly facts: CourseFacts;
  /** Counting end events in order. */
  readonly ends: readonly CountedRecord[];
  /** Days on which the patient postponed, in order. */
  readonly postponements: readonly DayNumber[];
}

const NO_RECORDS: readonly CountedRecord[] = [];
const NO_DAYS: readonly DayNumber[] = [];

function factsOf(counted: readonly CountedRecord[]): CourseFacts {
  let severity: Severity | undefined;
  let grantedFor: GrantedFor | undefined;
  let condition: string | undefined;
  let legalDeadlineFrom: CountedRecord | undefined;
  for (const at of counted) {
    const { record } = at;
    if (record.severity !== undefined) severity = record.severity;
    if (record.grantedFor !== undefined) grantedFor = record.grantedFor;
    if (record.condition !== undefined) condition = record.condition;
    if (record.legalDeadline !== undefined) legalDeadlineFrom ??= at;
  }
  return { severity, grantedFor, condition, legalDeadlineFrom };
}

function endsOf(
  counted: readonly CountedRecord[],
  edition: CompiledEdition,
): readonly CountedRecord[] {
  const isEnd = (at: CountedRecord): boolean => edition.isEnd[at.event] === true;
  return counted.some(isEnd) ? counted.filter(isEnd) : NO_RECORDS;
}

function postponementsOf(
  counted: readonly CountedRecord[],
  edition: CompiledEdition,
): readonly DayNumber[] {
  const isPostponement = (at: CountedRecord): boolean => at.event === edition.postponed;
  if (!counted.some(isPostponement)) return NO_DAYS;
  return counted.filter(isPostponement).map((at) => at.day);
}

/** Lays counting records, in order and at least one, out for judging under an edition. */
export function courseAt(
  counted: readonly CountedRecord[],
  edition: CompiledEdition,
  asOf: CalendarDate,
): CourseAt {
  const facts = factsOf(counted);
  const { condition } = facts;
  return {
    asOf,
    asOfDay: toDayNumber(asOf),
    edition,
    variant: (condition !== undefined && edition.byCondition.get(condition)) || edition.plain,
    counted,
    facts,
    ends: endsOf(counted, edition),
    postponements: postponementsOf(counted, edition),
  };
}

/** The first end event dated on or after the day. */
export function endFrom(course: CourseAt, day: DayNumber): CountedRecord | undefined {
  return course.ends.find((end) => end.day >= day);
}

/** Started, and not ended on any date. */
export function isRunning(course: Pick<CourseAt, "counted" | "ends" | "edition">): boolean {
  return course.ends.length === 0 && course.counted.some((at) => at.event === course.edition.start);
}
