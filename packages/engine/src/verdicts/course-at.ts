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

export function factsOf(counted: readonly CountedRecord[]): CourseFacts {
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

const NONE: readonly CountedRecord[] = [];
const NO_DAYS: readonly DayNumber[] = [];

export function courseAt(
  counted: readonly CountedRecord[],
  edition: CompiledEdition,
  asOf: CalendarDate,
): CourseAt {
  const facts = factsOf(counted);
  let ends: CountedRecord[] | undefined;
  let postponements: DayNumber[] | undefined;
  for (const at of counted) {
    if (edition.ends.has(at.event)) (ends ??= []).push(at);
    else if (at.event === edition.postponed) (postponements ??= []).push(at.day);
  }
  const { condition } = facts;
  return {
    asOf,
    asOfDay: toDayNumber(asOf),
    edition,
    variant: (condition !== undefined && edition.byCondition.get(condition)) || edition.plain,
    counted,
    facts,
    ends: ends ?? NONE,
    postponements: postponements ?? NO_DAYS,
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
