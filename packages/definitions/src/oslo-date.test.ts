// Proves that an instant becomes the date Oslo shows, also where clocks change and years end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { osloDate, toInstant } from "./oslo-date.ts";

const HOUR = 3_600_000;

/** One in the morning UTC on the last Sunday of a month, when clocks change. */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
}

/** The date by the rule itself: two hours ahead from the last Sunday of March to that of October, else one. */
function byTheRule(millis: number): string {
  const year = new Date(millis).getUTCFullYear();
  const summer = millis >= clockChange(year, 2) && millis < clockChange(year, 9);
  return new Date(millis + (summer ? 2 : 1) * HOUR).toISOString().slice(0, 10);
}

describe("the date in Oslo", () => {
  test.each([
    ["of the last second of a winter's day", "2025-01-14T22:59:59.999Z", "2025-01-14"],
    ["of the first second of a winter's day", "2025-01-14T23:00:00.000Z", "2025-01-15"],
    ["of the last second of a summer's day", "2025-07-14T21:59:59.999Z", "2025-07-14"],
    ["of the first second of a summer's day", "2025-07-14T22:00:00.000Z", "2025-07-15"],
    ["before clocks go forward, the day before", "2025-03-29T22:59:59.999Z", "2025-03-29"],
    ["on the day clocks go forward", "2025-03-29T23:00:00.000Z", "2025-03-30"],
    ["late on the day clocks go forward", "2025-03-30T21:59:59.999Z", "2025-03-30"],
    ["after the day clocks go forward", "2025-03-30T22:00:00.000Z", "2025-03-31"],
    ["before clocks go back, the day before", "2025-10-25T21:59:59.999Z", "2025-10-25"],
    ["on the day clocks go back", "2025-10-25T22:00:00.000Z", "2025-10-26"],
    ["late on the day clocks go back", "2025-10-26T22:59:59.999Z", "2025-10-26"],
    ["after the day clocks go back", "2025-10-26T23:00:00.000Z", "2025-10-27"],
    ["at the end of a year", "2023-12-31T22:59:59.999Z", "2023-12-31"],
    ["at the turn of a year", "2023-12-31T23:00:00.000Z", "2024-01-01"],
    ["on the way into a leap day", "2024-02-28T23:00:00.000Z", "2024-02-29"],
    ["on the way out of a leap day", "2024-02-29T23:00:00.000Z", "2024-03-01"],
    ["of an instant written with another zone", "2025-01-14T23:30:00-05:00", "2025-01-15"],
  ])("%s: %s is %s", (_, instant, date) => {
    expect(osloDate(instant)).toBe(date);
    expect(osloDate(Date.parse(instant))).toBe(date);
  });

  test("is the one of the rule for clocks, at any instant, asked once or again", () => {
    const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2037, 11, 31) });
    fc.assert(
      fc.property(instants, (millis) => {
        expect(osloDate(millis)).toBe(byTheRule(millis));
        expect(osloDate(millis)).toBe(byTheRule(millis));
      }),
      { numRuns: 2000 },
    );
  });

  test("does not leak from one hour into the next, on either side of each full hour of a year", () => {
    const start = Date.UTC(2024, 0, 1);
    const edges = Array.from({ length: 366 * 24 }, (_, hour) => start + hour * HOUR);
    const odd = edges
      .flatMap((edge) => [edge, edge - 1])
      .filter((millis) => osloDate(millis) !== byTheRule(millis));
    expect(odd).toEqual([]);
  });

  test("is right before 1970 too", () => {
    expect(osloDate("1969-12-31T22:59:59.999Z")).toBe("1969-12-31");
    expect(osloDate("1969-12-31T23:00:00.000Z")).toBe("1970-01-01");
    expect(osloDate(-1)).toBe("1970-01-01");
  });

  test("of what is no instant is refused, and says what was expected", () => {
    expect(() => osloDate("yesterday")).toThrow(
      'instant: expected ISO 8601 with zone, got "yesterday"',
    );
    expect(() => osloDate(Number.NaN)).toThrow(RangeError);
  });
});

test("milliseconds are written as an instant in UTC with three decimals", () => {
  expect(toInstant(0)).toBe("1970-01-01T00:00:00.000Z");
  expect(toInstant(Date.parse("2025-06-30T14:05:06.7+02:00"))).toBe("2025-06-30T12:05:06.700Z");
});
