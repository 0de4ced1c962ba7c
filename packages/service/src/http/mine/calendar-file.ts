// Knows how dates become a calendar file (RFC 5545) that tells nobody else what they are about.
import { createHash } from "node:crypto";
import type { CalendarDate, Text } from "@rettvei/engine";
import { addDays } from "@rettvei/engine";

export interface DateToKeep {
  readonly on: CalendarDate;
  readonly kind: string;
}

/** A calendar is seen by others: no word of health, of a place, or of a person. */
const TITLES: Readonly<Record<string, Text>> = {
  evaluation: { nb: "Avtale", nn: "Avtale", en: "Appointment" },
  answer: { nb: "Svar ventes", nn: "Svar er venta", en: "Answer expected" },
};
const OTHER: Text = { nb: "Dato å huske", nn: "Dato å hugse", en: "Date to remember" };

const plain = (date: string): string => date.replaceAll("-", "");

/** The same for the same date of the same course, so that a calendar that reads it again keeps one; it tells neither. */
function idOf(courseId: string, { on, kind }: DateToKeep, place: number): string {
  return createHash("sha256")
    .update(JSON.stringify([courseId, on, kind, place]))
    .digest("hex")
    .slice(0, 32);
}

function eventOf(lines: readonly string[]): readonly string[] {
  return ["BEGIN:VEVENT", ...lines, "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT"];
}

/** Whole days. `at` is when it was written. */
export function calendarFile(
  courseId: string,
  dates: readonly DateToKeep[],
  { language, at }: { readonly language: keyof Text; readonly at: Date },
): string {
  const stamp = `${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const events = dates.flatMap((date, place) =>
    eventOf([
      `UID:${idOf(courseId, date, place)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(date.on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(date.on, 1))}`,
      `SUMMARY:${(TITLES[date.kind] ?? OTHER)[language]}`,
    ]),
  );
  const head = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kalender//Datoer 1.0//NO",
    "CALSCALE:GREGORIAN",
  ];
  return [...head, ...events, "END:VCALENDAR", ""].join("\r\n");
}
