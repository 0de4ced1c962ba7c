// Knows the shape of a log: append-only records of one patient's way through one pathway.
import type { CalendarDate } from "../calendar/calendar-date.ts";

declare const instant: unique symbol;

/** A moment in UTC written `YYYY-MM-DDTHH:MM:SS.sssZ`. Text order is time order. */
export type Instant = string & { readonly [instant]: true };

export const CARE_LEVELS = ["poliklinikk", "dag", "dogn"] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

export const SEVERITIES = ["serious", "less-serious"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const GRANTED_FOR = ["assessment", "treatment"] as const;
export type GrantedFor = (typeof GRANTED_FOR)[number];

/** A registered event. A record that corrects another takes its place with its own fields only. */
export interface EventRecord {
  readonly recordId: string;
  /** Id from the vocabulary. */
  readonly event: string;
  readonly outcome?: string | undefined;
  /** The date it happened. */
  readonly occurredOn: CalendarDate;
  /** When it was written down. Never decides whether the record counts; breaks ties of order. */
  readonly recordedAt: Instant;
  /** The date of `recordedAt` in the reporting zone, found where the record entered (the engine knows no zone). */
  readonly recordedOn: CalendarDate;
  readonly careLevel?: CareLevel | undefined;
  readonly unitId?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly grantedFor?: GrantedFor | undefined;
  /** The patient's individual legal deadline, told by this record. */
  readonly legalDeadline?: CalendarDate | undefined;
  /** Pathway id whose content is kept where an edition folds condition-specific pathways into itself. */
  readonly condition?: string | undefined;
  readonly corrects?: string | undefined;
  readonly voids?: undefined;
}

/** A record that only takes another away. */
export interface VoidRecord {
  readonly recordId: string;
  readonly recordedAt: Instant;
  readonly voids: string;
}

export type LogRecord = EventRecord | VoidRecord;

export function isVoid(record: LogRecord): record is VoidRecord {
  return record.voids !== undefined;
}

export interface CourseLog {
  readonly courseId: string;
  readonly patientId: string;
  /** Pathway id (the type). */
  readonly pathway: string;
  /** In any order. */
  readonly records: readonly LogRecord[];
}

/** The log as it was known at an instant: records written later are left out. */
export function asKnownAt(log: CourseLog, moment: Instant): CourseLog {
  return { ...log, records: log.records.filter((record) => record.recordedAt <= moment) };
}
