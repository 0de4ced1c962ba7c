// Knows which dates are worth drawing: every day of 2018 to 2027, and the awkward ones more often.
import type { CalendarDate } from "@rettvei/engine";
import fc from "fast-check";
import { daysAfter, on } from "../dates.ts";

/** Leap days, clock changes, year ends, days around Easter and around the day an edition begins. */
const AWKWARD = [
  "2018-12-31",
  "2019-01-01",
  "2019-02-14",
  "2019-02-15",
  "2019-12-31",
  "2020-01-01",
  "2020-02-28",
  "2020-02-29",
  "2021-12-31",
  "2022-02-28",
  "2022-03-01",
  "2022-12-31",
  "2023-01-01",
  "2023-04-05",
  "2024-02-08",
  "2024-02-29",
  "2024-03-27",
  "2024-03-31",
  "2024-10-27",
  "2024-12-31",
  "2025-01-01",
  "2025-05-16",
  "2026-05-22",
  "2026-12-23",
].map((date) => on(date));

const days: readonly CalendarDate[] = Array.from({ length: 3652 }, (_, step) =>
  daysAfter(step, "2018-01-01"),
);

export const anyDate: fc.Arbitrary<CalendarDate> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...days) },
  { weight: 2, arbitrary: fc.constantFrom(...AWKWARD) },
);

/** Days between two events: the limits of the pathways, one less, one more; or any number up to four months. */
export const anyGap: fc.Arbitrary<number> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, 1, 2, 3, 4, 6, 7, 8, 13, 14, 15, 20, 21, 22, 27, 28, 29),
  },
  { weight: 1, arbitrary: fc.constantFrom(41, 42, 43, 55, 56, 57, 83, 84, 85, 364, 365, 366) },
  { weight: 2, arbitrary: fc.nat({ max: 120 }) },
);
