// Knows the answer to one rule for one course at one date, with everything that led to it.
import type { CalendarDate } from "../calendar/calendar-date.ts";
import type { LimitCase, Rule } from "../edition/edition.ts";
import type { CareLevel, EventRecord } from "../log/record.ts";

export const VERDICTS = ["met", "not-met", "pending", "not-applicable", "undetermined"] as const;
export type VerdictWord = (typeof VERDICTS)[number];

export const VERDICT_REASONS = [
  "too-early",
  "ended",
  "granted-for-treatment",
  "care-level-unknown",
  "severity-unknown",
  "limit-unknown",
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** The figures of a verdict; days are calendar or working days as the rule counts. */
export interface VerdictFigures {
  readonly verdict: VerdictWord;
  readonly reason: VerdictReason | undefined;
  /** True while nothing has closed the interval. */
  readonly open: boolean;
  readonly limitDays: number | undefined;
  /** Last date still within, inclusive. */
  readonly dueOn: CalendarDate | undefined;
  /** From `from` (day 0) to `to`, else the end, else `asOf`. */
  readonly days: number | undefined;
  readonly overBy: number | undefined;
}

/** A verdict is its own trace: rule with source, case of the limit, records used, dates, `asOf`. */
export interface Verdict extends VerdictFigures {
  readonly rule: Rule;
  readonly edition: CalendarDate;
  readonly asOf: CalendarDate;
  readonly from: EventRecord;
  readonly to: EventRecord | undefined;
  /** The record that ended the course, where the verdict rests on it. */
  readonly end: EventRecord | undefined;
  /** The case of the limit that was chosen, also when its figure is unknown. */
  readonly limit: LimitCase | undefined;
  /** Care level and unit of `from`, with what earlier records tell. */
  readonly careLevel: CareLevel | undefined;
  readonly unitId: string | undefined;
  /** True if the patient postponed something within the interval; it stops no clock. */
  readonly postponed: boolean;
}
