// Knows how a date is written in letters: with the month in words, in the reader's language.
import type { CalendarDate, Language } from "@rettvei/engine";

const LOCALES: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

export function letterDate(on: CalendarDate, language: Language): string {
  const written = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return written.format(Date.parse(`${on}T00:00:00Z`));
}
