// Proves the calendar file: well formed, whole days, the same ids again, and not a word of what it is about.
import { parseCalendarDate } from "@rettvei/engine";
import { expect, test } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const at = new Date("2026-03-01T10:11:12.345Z");
const NEUTRAL = new Set([
  ...["Avtale", "Appointment"],
  ...["Dato å huske", "Dato å hugse", "Date to remember"],
]);
const dates = [
  { on: parseCalendarDate("2026-12-31"), kind: "evaluation" },
  { on: parseCalendarDate("2027-01-04"), kind: "recommendation" },
];

test("a date is a whole day, and ends the day after, over the turn of the year too", () => {
  const lines = calendarFile("c1", dates, { language: "nb", at }).split("\r\n");
  expect(lines.filter((line) => line.startsWith("DT"))).toEqual([
    "DTSTAMP:20260301T101112Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "DTSTAMP:20260301T101112Z",
    "DTSTART;VALUE=DATE:20270104",
    "DTEND;VALUE=DATE:20270105",
  ]);
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
  expect(lines.every((line) => line.length <= 75)).toBe(true);
  expect(lines.slice(0, -1).every((line) => /^[A-Z]+(;[A-Z]+=[A-Z]+)?:./.test(line))).toBe(true);
  const begun = lines.flatMap((line) => /^BEGIN:(.*)/.exec(line)?.[1] ?? []);
  expect(begun).toEqual(["VCALENDAR", "VEVENT", "VEVENT"]);
  // What RFC 5545 asks of each, once each.
  for (const name of ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"])
    expect(
      lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`)),
    ).toHaveLength(2);
});

test("it says neither whose it is nor what it is about, in any language", () => {
  for (const language of ["nb", "nn", "en"] as const) {
    const file = calendarFile("course-of-kari", dates, { language, at });
    expect(file).not.toMatch(
      /kari|psyk|rus|forl[øo]p|pathway|behandl|helse|health|rettvei|evaluer|dps|bup|enhet|klinikk/i,
    );
    const titles = [...file.matchAll(/^SUMMARY:(.*)$/gm)].map(([, title]) => title?.trim());
    expect(titles.every((title) => title !== undefined && NEUTRAL.has(title))).toBe(true);
  }
});

test("the same date has the same id when it is read again, and another course has others", () => {
  const ids = (course: string) =>
    calendarFile(course, dates, { language: "nb", at }).match(/UID:.*/g);
  expect(ids("c1")).toEqual(ids("c1"));
  expect(ids("c1")?.some((id) => ids("c2")?.includes(id))).toBe(false);
});
