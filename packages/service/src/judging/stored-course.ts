// Knows a course as it is kept: its log in the order of arrival, with what the store adds to it.
import type { CalendarDate, CourseLog } from "@rettvei/engine";

/** The day that is set for the next evaluation, and the day on which it was set. */
export interface PlannedDate {
  readonly on: CalendarDate;
  readonly since: CalendarDate;
}

/** What facts say of a course beside its records. */
export interface ToldOfCourse {
  /** Unit that took the course over, unless a record of that day or later has named a unit since. */
  readonly takenOverBy: string | undefined;
  readonly takenOverOn: CalendarDate | undefined;
  /** Person who coordinates it. */
  readonly coordinatorId: string | undefined;
  /** The next evaluation, until it is held or called off. */
  readonly planned: PlannedDate | undefined;
}

export const NOTHING_TOLD: ToldOfCourse = {
  takenOverBy: undefined,
  takenOverOn: undefined,
  coordinatorId: undefined,
  planned: undefined,
};

export interface StoredCourse extends CourseLog {
  readonly told: ToldOfCourse;
  /** Number of the last record that arrived; 0 if there is none. */
  readonly lastSeq: number;
  /** Joined codes as a sending system wrote them, by record id. */
  readonly codes: ReadonlyMap<string, string>;
}

export interface Patient {
  readonly patientId: string;
  readonly name: string | null;
  readonly birthYear: number | null;
  /** Kept, and never shown or logged. */
  readonly personNumber: string | null;
}
