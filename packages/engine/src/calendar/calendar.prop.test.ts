// Laws of the calendar: dates and day numbers are one order, and working days add up.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayNumberOf,
  daysBetween,
  isCalendarDate,
  parseCalendarDate,
  toCalendarDate,
  toDayNumber,
  toYearMonthDay,
  weekdayOf,
} from "./calendar-date.ts";
import { workingDayCount } from "./day-count.ts";
import { workingCalendar } from "./working-days.ts";

const RUNS = { numRuns: 2_000 };
const FIRST = toDayNumber(parseCalendarDate("0001-01-01"));
const LAST = toDayNumber(parseCalendarDate("9999-12-31"));

const norway = workingCalendar({
  weekend: [6, 7],
  fixed: ["01-01", "05-01", "05-17", "12-25", "12-26"],
  easterOffsets: [-3, -2, 1, 39, 50],
});
const anyDay = fc.oneof(
  {
    arbitrary: fc.integer({ min: dayNumberOf(1990, 1, 1), max: dayNumberOf(2060, 1, 1) }),
    weight: 3,
  },
  { arbitrary: fc.integer({ min: FIRST, max: LAST }), weight: 1 },
);
/** A day from which a year and a half stays within the calendar. */
const anyFrom = anyDay.map((day) => Math.min(day, LAST - 800));

describe("dates", () => {
  it("come back from their day number", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = toCalendarDate(day);
        const { year, month, day: dayOfMonth } = toYearMonthDay(day);
        expect(isCalendarDate(date)).toBe(true);
        expect(toDayNumber(date)).toBe(day);
        expect(dayNumberOf(year, month, dayOfMonth)).toBe(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
      RUNS,
    );
  });

  it("lie in the order of their texts", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(toCalendarDate(a) < toCalendarDate(b)).toBe(a < b);
      }),
      RUNS,
    );
  });

  it("add and take away the same days", () => {
    fc.assert(
      fc.property(anyFrom, fc.integer({ min: 0, max: 800 }), (from, days) => {
        const date = toCalendarDate(from);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
      RUNS,
    );
  });

  it("have the same weekday a week later and the next weekday a day later", () => {
    fc.assert(
      fc.property(anyFrom, (day) => {
        expect(weekdayOf(day + 7)).toBe(weekdayOf(day));
        expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1);
      }),
      RUNS,
    );
  });
});

describe("working days", () => {
  it("add up over any day between", () => {
    fc.assert(
      fc.property(fc.tuple(anyDay, anyDay, anyDay), ([a, b, c]) => {
        const parts = norway.workingDaysBetween(a, b) + norway.workingDaysBetween(b, c);
        expect(Math.abs(parts - norway.workingDaysBetween(a, c))).toBe(0);
      }),
      RUNS,
    );
  });

  it("are one or none from a day to the next", () => {
    fc.assert(
      fc.property(anyFrom, (day) => {
        const one = norway.workingDaysBetween(day, day + 1);
        expect(one).toBe(norway.isWorkingDay(day + 1) ? 1 : 0);
        if (weekdayOf(day + 1) >= 6) expect(one).toBe(0);
      }),
      RUNS,
    );
  });

  it("added lead to a working day, exactly so many on, and to the first such day", () => {
    fc.assert(
      fc.property(anyFrom, fc.integer({ min: 1, max: 500 }), (from, days) => {
        const to = norway.addWorkingDays(from, days);
        expect(norway.isWorkingDay(to)).toBe(true);
        expect(norway.workingDaysBetween(from, to)).toBe(days);
        expect(norway.workingDaysBetween(from, to - 1)).toBe(days - 1);
      }),
      RUNS,
    );
  });

  it("over a due date are at least one, and no more than the calendar days", () => {
    const { over } = workingDayCount(norway);
    fc.assert(
      fc.property(anyFrom, fc.integer({ min: 1, max: 400 }), (due, past) => {
        expect(over(due, due + past)).toBeGreaterThanOrEqual(1);
        expect(over(due, due + past)).toBeLessThanOrEqual(past);
      }),
      RUNS,
    );
  });
});
