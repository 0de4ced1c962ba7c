// Knows known dates that the oracle's walked calendar must have.
import { describe, expect, it } from "vitest";
import {
  calendarDays,
  calendarDaysAfter,
  easterSunday,
  isWorkingDay,
  workingDays,
  workingDaysAfter,
} from "./day-list.ts";

describe("the walked calendar", () => {
  it.each([
    "1913-03-23",
    "1943-04-25",
    "1954-04-18",
    "1981-04-19",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2018-04-01",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2038-04-25",
  ])("has Easter Sunday on %s", (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it("has leap days in 2000 and 2024 and none in 1900, 2023 and 2100", () => {
    expect(calendarDaysAfter(1, "2000-02-28")).toBe("2000-02-29");
    expect(calendarDaysAfter(1, "2024-02-28")).toBe("2024-02-29");
    for (const year of [1900, 2023, 2100]) {
      expect(calendarDaysAfter(1, `${year}-02-28`)).toBe(`${year}-03-01`);
    }
  });

  it("counts days over clock changes and year ends as whole ones", () => {
    expect(calendarDays("2024-03-30", "2024-04-01")).toBe(2);
    expect(calendarDays("2024-10-26", "2024-10-28")).toBe(2);
    expect(calendarDays("2024-12-31", "2025-01-01")).toBe(1);
    expect(calendarDays("2024-03-01", "2024-02-28")).toBe(-2);
  });

  it("knows the ten public holidays of 2025, and works on the Wednesdays before two of them", () => {
    const free = ["01-01", "04-17", "04-18", "04-21", "05-01", "05-29", "06-09", "12-25", "12-26"];
    for (const day of free) expect(isWorkingDay(`2025-${day}`), day).toBe(false);
    expect(isWorkingDay("2024-05-17")).toBe(false);
    expect(isWorkingDay("2025-04-16")).toBe(true);
    expect(isWorkingDay("2025-12-24")).toBe(true);
  });

  it("counts working days from the day after the first", () => {
    expect(workingDaysAfter(10, "2025-04-11")).toBe("2025-04-30");
    expect(workingDays("2025-04-11", "2025-04-30")).toBe(10);
    expect(workingDaysAfter(1, "2025-04-16")).toBe("2025-04-22");
    expect(workingDays("2025-04-16", "2025-04-21")).toBe(0);
  });

  it("has no day outside its centuries and none that does not exist", () => {
    expect(() => calendarDays("2023-02-29", "2023-03-01")).toThrow(/no day/);
    expect(() => calendarDaysAfter(1, "2199-12-31")).toThrow(/outside/);
  });
});
