// Proves which days are working days in Norway, and how they are counted.
import { on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import { toCalendarDate, toDayNumber } from "./calendar-date.ts";
import { workingDayCount } from "./day-count.ts";
import { workingCalendar } from "./working-days.ts";

const norway = workingCalendar({
  weekend: [6, 7],
  fixed: ["01-01", "05-01", "05-17", "12-25", "12-26"],
  easterOffsets: [-3, -2, 1, 39, 50],
});
const day = (date: string): number => toDayNumber(on(date));
const isWorkingDay = (date: string): boolean => norway.isWorkingDay(day(date));
const between = (from: string, to: string): number => norway.workingDaysBetween(day(from), day(to));
const after = (from: string, days: number): string =>
  toCalendarDate(norway.addWorkingDays(day(from), days));

/** Working days of a whole year. */
function workingDaysOf(year: number): number {
  return between(`${year - 1}-12-31`, `${year}-12-31`);
}

describe("a working day", () => {
  it("is none of the ten public holidays of 2024", () => {
    const free = ["01-01", "03-28", "03-29", "04-01", "05-01", "05-09", "05-17", "05-20", "12-25"];
    for (const holiday of [...free, "12-26"]) {
      expect(isWorkingDay(`2024-${holiday}`), holiday).toBe(false);
    }
  });

  it("is the day before a holiday, and the eves of Christmas and the new year", () => {
    for (const date of ["2024-03-27", "2024-05-16", "2024-12-24", "2024-12-31"]) {
      expect(isWorkingDay(date), date).toBe(true);
    }
  });

  it("gets nothing in return where 1 or 17 May lies on a weekend", () => {
    expect(["2021-05-01", "2020-05-17"].map(isWorkingDay)).toEqual([false, false]);
    expect(["2021-05-03", "2020-05-18"].map(isWorkingDay)).toEqual([true, true]);
    expect(["2021-04-30", "2020-05-15"].map(isWorkingDay)).toEqual([true, true]);
  });

  it("is free once where two holidays fall together: Ascension on 1 May 2008", () => {
    expect(isWorkingDay("2008-05-01")).toBe(false);
    expect(between("2008-04-30", "2008-05-02")).toBe(1);
  });
});

it.each([
  [2020, 254],
  [2021, 254],
  [2023, 251],
  [2024, 252],
  [2025, 252],
  [2026, 253],
])("%i has %i working days", (year, days) => {
  expect(workingDaysOf(year)).toBe(days);
});

describe("counting working days", () => {
  it.each([
    ["from a Friday", "2024-06-07", 10, "2024-06-21"],
    ["from a Saturday", "2024-06-08", 10, "2024-06-21"],
    ["from a Sunday", "2024-06-09", 10, "2024-06-21"],
    ["over Easter", "2024-03-26", 10, "2024-04-12"],
    ["over the new year", "2024-12-20", 10, "2025-01-08"],
    ["over May's holidays", "2024-04-30", 10, "2024-05-16"],
    ["from a holiday", "2024-05-17", 1, "2024-05-21"],
    ["over more than a year", "2023-12-31", 253, "2025-01-02"],
    ["none at all", "2024-05-18", 0, "2024-05-18"],
  ])("%s: %s and %i is %s", (_, from, days, to) => {
    expect(after(from, days)).toBe(to);
    expect(between(from, to)).toBe(days);
  });

  it("is negative backwards, and zero on the same day", () => {
    expect(between("2024-06-21", "2024-06-07")).toBe(-10);
    expect(between("2024-06-08", "2024-06-08")).toBe(0);
  });

  it("works in the first and the last year of the calendar", () => {
    expect(between("0001-01-01", "0001-01-08")).toBe(5);
    expect(between("9999-12-20", "9999-12-31")).toBe(9);
  });
});

describe("a count of working days", () => {
  const count = workingDayCount(norway);

  it("is over by at least one, also when only free days lie past the due date", () => {
    expect(count.over(day("2024-06-07"), day("2024-06-08"))).toBe(1);
    expect(count.over(day("2024-06-07"), day("2024-06-10"))).toBe(1);
    expect(count.over(day("2024-06-07"), day("2024-06-11"))).toBe(2);
  });
});

it("follows the rules it is given: without any, every day is a working day", () => {
  const plain = workingCalendar({ weekend: [], fixed: [], easterOffsets: [] });
  expect(plain.workingDaysBetween(day("2024-01-01"), day("2024-12-31"))).toBe(365);
});
