// Knows a course as it is kept: its log in the order of arrival, with what the store adds to it.
import type { CourseLog } from "@rettvei/engine";

export interface StoredCourse extends CourseLog {
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
