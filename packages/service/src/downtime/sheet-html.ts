// Knows the print-out for when the service is down: one page that needs nothing else to be read, and lines to write on.
import type { CalendarDate, NextDateKind, Text } from "@rettvei/engine";
import type { TextsView } from "../http/views/texts-view.ts";
import type { DowntimeRow } from "../store/downtime-rows.ts";

export interface Sheet {
  readonly unitName: string;
  /** By the clock of Norway: `2026-03-03 14:00`. */
  readonly madeAt: string;
  readonly asOf: CalendarDate;
  readonly rows: readonly DowntimeRow[];
}

/** On paper at a Norwegian unit, so in its language. Only a statutory date is called a deadline. */
const KINDS: Readonly<Record<NextDateKind, string>> = {
  "legal-deadline": "lovpålagt frist",
  statutory: "lovpålagt frist",
  recommendation: "anbefalt tid",
  target: "mål",
  planned: "avtalt i planen",
  local: "lokalt satt tid",
};

const ROLES: Readonly<Record<DowntimeRow["holders"][number]["role"], string>> = {
  coordinator: "koordinator",
  practitioner: "behandler",
  "ip-coordinator": "IP-koordinator",
  "municipal-contact": "kommunen",
};

const LINES = 14;

const STYLE = `
  body { font: 11px/1.35 sans-serif; margin: 12mm; color: #000; }
  h1 { font-size: 18px; margin: 0 0 4px; } h2 { font-size: 14px; margin: 16px 0 4px; }
  table { border-collapse: collapse; width: 100%; } caption { text-align: left; }
  th, td { border: 1px solid #777; padding: 3px 5px; text-align: left; vertical-align: top; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  .law { font-weight: bold; } .write td { height: 24px; } .write { break-before: page; }`;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

function nameOf(texts: Readonly<Record<string, Text>>, id: string): string {
  return texts[id]?.nb ?? id;
}

function nextOf({ nextOn, nextKind }: DowntimeRow): string {
  if (nextOn === null || nextKind === null) return "ingen publisert tid";
  const law = nextKind === "legal-deadline" || nextKind === "statutory";
  const text = `${nextOn} (${KINDS[nextKind]})`;
  return law ? `<span class="law">§ ${text}</span>` : text;
}

function holdersOf({ holders }: DowntimeRow): string {
  if (holders.length === 0) return "ingen";
  return holders
    .map(({ role, name, phone }) =>
      escaped(`${ROLES[role]}: ${name}${phone === null ? "" : `, tlf. ${phone}`}`),
    )
    .join("<br>");
}

function rowOf(row: DowntimeRow, texts: TextsView): string {
  const { patientId, name, birthYear, pathway, phase, nextStep, lastEvent, lastEventOn } = row;
  const events = (id: string): string => escaped(texts.events[id]?.name.nb ?? id);
  const born = birthYear === null ? "" : ` (f. ${birthYear})`;
  const where = phase === null ? "" : `, ${nameOf(texts.phases, `${pathway}/${phase}`)}`;
  const cells = [
    escaped(`${name ?? `Pasient ${patientId}`}${born}`),
    escaped(`${texts.pathways[pathway]?.name.nb ?? pathway}${where}`),
    nextStep === null ? "ingen ventet" : events(nextStep),
    nextOf(row),
    `${events(lastEvent)}, ${lastEventOn}`,
    holdersOf(row),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function headOf(names: readonly string[]): string {
  return `<thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>`;
}

const COURSES = ["Pasient", "Forløp og fase", "Neste steg", "Innen", "Siste hendelse", "Ansvar"];
const WRITING = ["Pasient og fødselsår", "Hva skjedde (og utfall)", "Dato", "Klokkeslett", "Hvem"];

function writingLines(): string {
  const line = `<tr>${WRITING.map(() => "<td></td>").join("")}</tr>`;
  return line.repeat(LINES);
}

/** The whole page as text. Everything that people have written is escaped. */
export function sheetHtml({ unitName, madeAt, asOf, rows }: Sheet, texts: TextsView): string {
  const title = `Rettvei, utskrift for nedetid: ${escaped(unitName)}`;
  const courses =
    rows.length === 0
      ? "<p>Enheten har ingen pågående forløp.</p>"
      : `<table>${headOf(COURSES)}<tbody>${rows.map((row) => rowOf(row, texts)).join("")}</tbody></table>`;
  return `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style></head><body>
<h1>${title}</h1>
<p>Laget ${escaped(madeAt)}. Beregnet per ${asOf}. ${rows.length} pågående forløp, minst tid igjen øverst.
Det som er sperret for enheten, er ikke med. Opplysningene er taushetsbelagte: makuler når Rettvei er oppe igjen.</p>
${courses}
<section class="write"><h2>Det som skjer mens Rettvei er nede</h2>
<p>Skriv datoen det skjedde. Føres inn etterpå under «Nedetid», med de datoene som står her.</p>
<table>${headOf(WRITING)}<tbody>${writingLines()}</tbody></table></section>
</body></html>
`;
}
