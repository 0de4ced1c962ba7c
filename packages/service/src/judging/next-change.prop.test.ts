// Proves that a judged state holds for as long as it says: nothing but counts of days differs until then.
import { addDays, type CalendarDate, type CourseLog, daysBetween, isVoid } from "@rettvei/engine";
import { anyParallelQuestion, anything } from "@rettvei/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { judging } from "../testing/test-store.ts";
import { type CourseState, statesOf } from "./course-state.ts";
import { judgePatient } from "./judged-patient.ts";
import { NOTHING_TOLD, type StoredCourse, type ToldOfCourse } from "./stored-course.ts";

type Lasting = Omit<CourseState, "judgedFor" | "validUntil">;

function lasting(logs: readonly StoredCourse[], asOf: CalendarDate): readonly Lasting[] {
  const judged = judgePatient(logs, judging, asOf);
  return statesOf(judged).map(({ judgedFor: _, validUntil: __, ...rest }) => rest);
}

/** Days worth asking for: the first, the last and some between. */
function daysUntil(asOf: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const days = daysBetween(asOf, last);
  const steps = [1, 2, 14, 15, 16, 365, 366, 367, days - 1, days];
  return steps.filter((step) => step > 0 && step <= days).map((step) => addDays(asOf, step));
}

const FAR = 5_000;

function holds(logs: readonly StoredCourse[], asOf: CalendarDate): void {
  const before = lasting(logs, asOf);
  const { validUntil } = judgePatient(logs, judging, asOf);
  const last = validUntil ?? addDays(asOf, FAR);
  expect(last >= asOf).toBe(true);
  for (const day of daysUntil(asOf, last)) expect(lasting(logs, day)).toEqual(before);
}

/** Every other course has an evaluation that was planned on the day of one of its records, for two months later. */
function toldOf(log: CourseLog): ToldOfCourse {
  const day = log.records.find((record) => !isVoid(record));
  if (day === undefined || isVoid(day) || log.records.length % 2 === 0) return NOTHING_TOLD;
  const { occurredOn: since } = day;
  return { ...NOTHING_TOLD, planned: { since, on: addDays(since, 60) } };
}

function stored(logs: readonly CourseLog[]): readonly StoredCourse[] {
  return logs.map((log) => ({
    ...log,
    lastSeq: log.records.length,
    codes: new Map(),
    told: toldOf(log),
  }));
}

it("a state holds until the day it names", () => {
  fc.assert(
    fc.property(anything, ({ logs, asOf }) => holds(stored(logs), asOf)),
    { numRuns: 1_500 },
  );
});

it("a state holds as long where a patient has several courses", () => {
  fc.assert(
    fc.property(anyParallelQuestion, fc.nat({ max: 900 }), ({ logs, asOf }, back) =>
      holds(stored(logs), addDays(asOf, -back)),
    ),
    { numRuns: 1_000 },
  );
});

it("a state changes on the day after it holds often enough for these proofs to mean something", () => {
  let named = 0;
  let changed = 0;
  fc.assert(
    fc.property(anything, fc.nat({ max: 400 }), ({ logs, asOf }, back) => {
      const day = addDays(asOf, -back);
      const { validUntil } = judgePatient(stored(logs), judging, day);
      if (validUntil === undefined) return;
      named++;
      const next = lasting(stored(logs), addDays(validUntil, 1));
      if (JSON.stringify(next) !== JSON.stringify(lasting(stored(logs), day))) changed++;
    }),
    { numRuns: 1_000 },
  );
  expect(named).toBeGreaterThan(300);
  expect(changed / named).toBeGreaterThan(0.5);
});
