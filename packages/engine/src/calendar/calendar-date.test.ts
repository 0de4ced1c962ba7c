// Proves which texts are dates, and that dates count right at the edges of months, years and the calendar.
import { on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayNumberOf,
  daysBetween,
  isCalendarDate,
  isLeapYear,
  parseCalendarDate,
  toCalendarDate,
  toDayNumber,
  toYearMonthDay,
  weekdayOf,
} from "./calendar-date.ts";

describe("a text is a date", () => {
  it.each([
    "0001-01-01",
    "1899-12-31",
    "2000-02-29",
    "2024-02-29",
    "2026-12-31",
    "9999-12-31",
  ])("if that day exists: %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    "0000-01-01",
    "1900-02-29",
    "2023-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-00-10",
    "2024-13-01",
    "2024-01-00",
    "2024-01-32",
    "2024-1-1",
    "20240101",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-01-01\n",
    "-2024-01-01",
    "10000-01-01",
    "２０２４-01-01",
    "",
  ])("and not otherwise: %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => parseCalendarDate(text)).toThrow(RangeError);
  });
});

it.each([
  [1900, false],
  [2000, true],
  [2023, false],
  [2024, true],
  [2100, false],
  [2400, true],
])("%i is a leap year: %s", (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
});

describe("counting days", () => {
  it("begins at 1970 and knows the first and the last day of the calendar", () => {
    expect(toDayNumber(on("1970-01-01"))).toBe(0);
    expect(toDayNumber(on("1969-12-31"))).toBe(-1);
    expect(toDayNumber(parseCalendarDate("0001-01-01"))).toBe(-719162);
    expect(toDayNumber(parseCalendarDate("9999-12-31"))).toBe(2932896);
    expect(toCalendarDate(-719162)).toBe("0001-01-01");
    expect(toCalendarDate(2932896)).toBe("9999-12-31");
  });

  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-29", 1, "2024-03-01"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-02-29", 365, "2025-02-28"],
    ["2024-12-31", 1, "2025-01-01"],
    ["2025-01-01", -1, "2024-12-31"],
    ["2024-03-30", 2, "2024-04-01"],
    ["2024-10-26", 2, "2024-10-28"],
    ["1899-12-31", 1, "1900-01-01"],
    ["2099-12-31", 1, "2100-01-01"],
    ["0999-12-31", 1, "1000-01-01"],
    ["2024-05-05", 0, "2024-05-05"],
  ])("%s and %i days is %s, and back", (from, days, to) => {
    expect(addDays(on(from), days)).toBe(to);
    expect(daysBetween(on(from), on(to))).toBe(days);
    expect(addDays(on(to), -days)).toBe(from);
  });

  it("agrees with the parts of a date", () => {
    expect(toYearMonthDay(dayNumberOf(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29 });
    expect(toYearMonthDay(dayNumberOf(1, 1, 1))).toEqual({ year: 1, month: 1, day: 1 });
  });

  it("gives the same text when a date is written again", () => {
    expect(toCalendarDate(19782)).toBe("2024-02-29");
    expect(toCalendarDate(19782)).toBe("2024-02-29");
  });

  it.each([
    ["0001-01-01", 1],
    ["1969-12-29", 1],
    ["1970-01-01", 4],
    ["2024-02-29", 4],
    ["2026-11-21", 6],
    ["2026-11-22", 7],
  ])("%s is weekday %i", (date, weekday) => {
    expect(weekdayOf(toDayNumber(parseCalendarDate(date)))).toBe(weekday);
  });
});
