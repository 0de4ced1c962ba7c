// Knows how a work list becomes a file for a spreadsheet, in which no cell is ever read as a formula.
import type { Language, Text } from "@rettvei/engine";
import type { RowView } from "../schemas/work-list.ts";
import type { TextsView } from "./texts-view.ts";

const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    "Pasient",
    "Født",
    "Forløp",
    "Fase",
    "Omsorgsnivå",
    "Neste steg",
    "Neste dato",
    "Hva datoen er",
    "Dager igjen",
    "Siste hendelse",
    "Dato for siste hendelse",
  ],
  nn: [
    "Pasient",
    "Fødd",
    "Forløp",
    "Fase",
    "Omsorgsnivå",
    "Neste steg",
    "Neste dato",
    "Kva datoen er",
    "Dagar igjen",
    "Siste hending",
    "Dato for siste hending",
  ],
  en: [
    "Patient",
    "Born",
    "Pathway",
    "Phase",
    "Care level",
    "Next step",
    "Next date",
    "What the date is",
    "Days left",
    "Last event",
    "Date of the last event",
  ],
};

type Kind = NonNullable<RowView["nextDate"]>["kind"];

const KINDS: Readonly<Record<Language, Readonly<Record<Kind, string>>>> = {
  nb: {
    "legal-deadline": "Pasientens lovpålagte frist",
    statutory: "Lovpålagt frist",
    recommendation: "Anbefalt tid",
    target: "Mål",
    planned: "Avtalt i planen",
    local: "Lokalt satt tid",
  },
  nn: {
    "legal-deadline": "Lovpålagd frist for pasienten",
    statutory: "Lovpålagd frist",
    recommendation: "Tilrådd tid",
    target: "Mål",
    planned: "Avtalt i planen",
    local: "Lokalt sett tid",
  },
  en: {
    "legal-deadline": "Patient's statutory deadline",
    statutory: "Statutory deadline",
    recommendation: "Recommended time",
    target: "Target",
    planned: "Agreed in the plan",
    local: "Time set locally",
  },
};

const NUMBER = /^-?\d+$/;
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;

/** A cell of the file. What a spreadsheet would take for a formula is made text by an apostrophe; numbers stay. */
export function cellOf(value: string | number | null): string {
  const plain = value === null ? "" : String(value);
  const safe = FORMULA.test(plain) && !NUMBER.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Cell = string | number | null;

function cells(row: RowView, texts: TextsView, language: Language): readonly Cell[] {
  const said = (name: Text | undefined, id: string | null): string | null => name?.[language] ?? id;
  const { patient, pathway, phase, nextStep, nextDate, lastEvent } = row;
  return [
    patient.name ?? patient.patientId,
    patient.birthYear,
    said(texts.pathways[pathway]?.name, pathway),
    said(texts.phases[`${pathway}/${phase}`], phase),
    row.careLevel,
    said(texts.events[nextStep ?? ""]?.name, nextStep),
    nextDate?.on ?? null,
    nextDate === null ? null : KINDS[language][nextDate.kind],
    row.daysLeft,
    said(texts.events[lastEvent]?.name, lastEvent),
    row.lastEventOn,
  ];
}

/** The rows with a header, for a spreadsheet set up as Norwegian ones are: semicolons, and a mark of UTF-8 first. */
export function workListCsv(
  rows: readonly RowView[],
  texts: TextsView,
  language: Language,
): string {
  const lines = [HEADERS[language], ...rows.map((row) => cells(row, texts, language))];
  return `\ufeff${lines.map((line) => line.map(cellOf).join(";")).join("\r\n")}\r\n`;
}
