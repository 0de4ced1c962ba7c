// Proves Easter against the dates that are known for the years a course can lie in.
import { expect, it } from "vitest";
import { toCalendarDate, weekdayOf } from "./calendar-date.ts";
import { easterSunday } from "./easter.ts";

const KNOWN = `
1990-04-15 1991-03-31 1992-04-19 1993-04-11 1994-04-03 1995-04-16 1996-04-07 1997-03-30 1998-04-12
1999-04-04 2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08
2008-03-23 2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27
2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20
2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09
2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01 2041-04-21 2042-04-06 2043-03-29
2044-04-17 2045-04-09 2046-03-25 2047-04-14 2048-04-05 2049-04-18 2050-04-10`;

it("Easter Sunday of every year from 1990 to 2050 is on its known date", () => {
  const years = Array.from({ length: 61 }, (_, at) => 1990 + at);
  const found = years.map((year) => toCalendarDate(easterSunday(year)));
  expect(found).toEqual(KNOWN.trim().split(/\s+/));
});

it.each([
  [1818, "1818-03-22"],
  [1943, "1943-04-25"],
  [2285, "2285-03-22"],
])("Easter of %i is on one of its outermost dates", (year, date) => {
  expect(toCalendarDate(easterSunday(year))).toBe(date);
});

it("Easter is always a Sunday from 22 March to 25 April, in every year of the calendar", () => {
  for (let year = 1; year <= 9999; year++) {
    const easter = easterSunday(year);
    const monthDay = toCalendarDate(easter).slice(5);
    expect(weekdayOf(easter), `${year}`).toBe(7);
    expect(monthDay >= "03-22" && monthDay <= "04-25", `${year}-${monthDay}`).toBe(true);
  }
});
