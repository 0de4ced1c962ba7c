// Knows whether the date language of the tests can be trusted itself.
import { describe, expect, it } from "vitest";
import { at, daysAfter, daysBefore, instant, on, osloDate } from "./dates.ts";

describe("the date language", () => {
  it.each(["2023-02-29", "2024-13-01", "2024-1-1", "yesterday", ""])("has no date %j", (text) => {
    expect(() => on(text)).toThrow(/expected a date/);
  });

  it("counts calendar days over leap days and clock changes", () => {
    expect(daysAfter(1, "2024-02-28")).toBe("2024-02-29");
    expect(daysAfter(42, "2024-03-01")).toBe("2024-04-12");
    expect(daysBefore(1, "2025-01-01")).toBe("2024-12-31");
  });

  it("reads clocks in Oslo, summer and winter", () => {
    expect(at("2024-01-15", "12:00")).toBe("2024-01-15T11:00:00.000Z");
    expect(at("2024-07-15", "12:00")).toBe("2024-07-15T10:00:00.000Z");
  });

  it("takes an hour that clocks skip for the moment it would have been", () => {
    expect(at("2024-03-31", "02:30")).toBe("2024-03-31T01:30:00.000Z");
  });

  it("takes the first of an hour that clocks show twice", () => {
    expect(at("2024-10-27", "02:30")).toBe("2024-10-27T00:30:00.000Z");
  });

  it("finds the date in Oslo of an instant", () => {
    expect(osloDate(instant("2024-06-30T22:30:00Z"))).toBe("2024-07-01");
    expect(osloDate(instant("2024-12-31T22:30:00Z"))).toBe("2024-12-31");
    expect(osloDate(instant("2025-01-01T00:30:00+01:00"))).toBe("2025-01-01");
  });

  it("has no instant without a zone", () => {
    expect(() => instant("2024-01-01T10:00:00")).toThrow(/with zone/);
  });
});
