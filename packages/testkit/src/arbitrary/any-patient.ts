// Knows how to draw a question to the judge: some logs, mostly of one patient, and a date to ask for.
import type { CalendarDate, CourseLog } from "@rettvei/engine";
import fc from "fast-check";
import { daysAfter } from "../dates.ts";
import { anyDate, anyGap } from "./any-date.ts";
import { anyLog, anyPathway, eventRecords } from "./any-log.ts";

export interface Question {
  readonly logs: readonly CourseLog[];
  readonly asOf: CalendarDate;
}

/** A date near what the logs tell, so that rules are open, just due and long over. */
export function anyAsOf(logs: readonly CourseLog[]): fc.Arbitrary<CalendarDate> {
  const dates = logs.flatMap((log) => eventRecords(log).map((record) => record.occurredOn));
  return fc
    .tuple(fc.nat({ max: 60 }), anyGap, fc.constantFrom(0, 0, 0, 400, 1500))
    .map(([place, gap, more]) => daysAfter(gap + more, dates[place % dates.length] ?? ""));
}

/** One log and a date to ask for. */
export const anyQuestion: fc.Arbitrary<Question> = anyLog().chain((log) =>
  anyAsOf([log]).map((asOf) => ({ logs: [log], asOf })),
);

/** Two or three courses that begin near each other; the last may be another patient's. */
export const anyParallelQuestion: fc.Arbitrary<Question> = fc
  .tuple(anyDate, anyPathway, fc.constantFrom("p1", "p2"), fc.boolean())
  .chain(([day, pathway, lastPatient, samePathway]) => {
    const firstDay = anyGap.map((gap) => daysAfter(gap, day));
    const pathways = samePathway ? fc.constant(pathway) : anyPathway;
    return fc
      .tuple(
        anyLog({ courseId: "c2", patientId: "p1" }, pathways, firstDay),
        anyLog({ courseId: "c10", patientId: "p1" }, pathways, firstDay),
        anyLog({ courseId: "c3", patientId: lastPatient }, pathways, firstDay),
      )
      .chain((logs) => anyAsOf(logs).map((asOf) => ({ logs, asOf })));
  });

/** Anything one may ask: a single log four times out of five. */
export const anything: fc.Arbitrary<Question> = fc.oneof(
  { weight: 4, arbitrary: anyQuestion },
  { weight: 1, arbitrary: anyParallelQuestion },
);
