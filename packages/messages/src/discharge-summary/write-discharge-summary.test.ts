// Discharge summaries: what they hold, what they cannot be sent without, and that they are valid.
import { expect, test } from "vitest";
import { HAS_SCHEMAS, validateWritten, WITHOUT_SCHEMAS } from "../testing/national-schemas.ts";
import { AUTHOR, CLINIC, PATIENT, SURGERY } from "../testing/sample-parties.ts";
import type { DischargeSummary } from "./discharge-summary.ts";
import { writeDischargeSummary } from "./write-discharge-summary.ts";

const DEPRESSION = {
  concept: {
    value: "F321",
    system: "2.16.578.1.12.4.1.1.7110",
    display: "Moderat depressiv episode",
  },
  modifiers: [],
};

const SUMMARY: DischargeSummary = {
  messageId: "e1a10900-0000-4000-8000-000000000001",
  generatedAt: "2026-06-01T12:00:00+02:00",
  isTest: true,
  kind: "new",
  documentId: "e1a10900-0000-4000-8000-000000000002",
  issuedAt: "2026-06-01T11:00:00+02:00",
  approvedAt: "2026-06-01T11:30:00+02:00",
  isPreliminary: false,
  title: "Epikrise fra psykisk helsevern",
  referral: {
    documentId: "6f0d0a52-0c1e-4a53-8f0e-3a4b53b1d001",
    issuedAt: "2026-03-02",
    receivedOn: "2026-03-02",
    diagnoses: [{ concept: { value: "P76", system: "2.16.578.1.12.4.1.1.7170" }, modifiers: [] }],
  },
  stay: { from: "2026-03-20", to: "2026-06-01", careLevel: "poliklinikk" },
  diagnoses: [
    DEPRESSION,
    { ...DEPRESSION, concept: { ...DEPRESSION.concept, value: "F411" } },
    { concept: { text: "Søvnvansker" }, modifiers: [] },
  ],
  items: [
    {
      medication: {
        drug: { value: "N06AB10", display: "Escitalopram" },
        status: { value: "1" },
        dose: { value: "10", unit: "mg" },
      },
      about: { value: "MEDB", display: "Legemiddelopplysning", system: "2.16.578.1.12.4.1.1.8233" },
    },
    { observation: { description: "Overfølsom for penicillin" }, about: { value: "CAVE" } },
  ],
  sections: [
    { heading: "AH", text: "Nedstemt siden november." },
    { heading: "FO", text: "Tolv samtaler.\nSover nå < 7 timer & er i jobb 50 %." },
    { heading: "VU", text: "Bedret." },
    { heading: "OP", text: "Fastlegen følger opp medisinen. Kontakt i kommunen: Solveig Myr." },
  ],
  patient: PATIENT,
  provider: CLINIC,
  requester: SURGERY,
  copies: [SURGERY],
  responsible: [{ professional: AUTHOR }],
  relatedParties: [
    { relation: { value: "FLE", display: "Fastlege" }, party: { professional: AUTHOR } },
  ],
};

function xmlOf(summary: DischargeSummary): string {
  const written = writeDischargeSummary(summary);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.xml;
}

test("a summary holds diagnoses in their order, sections under their headings, and the stay", () => {
  const xml = xmlOf(SUMMARY);
  expect([...xml.matchAll(/<Type V="([HB])"/g)].map((found) => found[1])).toEqual(["H", "B", "B"]);
  expect(xml).toContain('<Concept OT="Søvnvansker"/>');
  expect([...xml.matchAll(/<Heading V="(\w+)"/g)].map((found) => found[1])).toEqual([
    "AH",
    "FO",
    "VU",
    "OP",
  ]);
  expect(xml).toContain("Sover nå &lt; 7 timer &amp; er i jobb 50 %.");
  expect(xml).toContain('<AdmCat V="3" DN="Poliklinisk omsorg"/>');
  expect(xml).toContain('<Status V="TEST"');
});

test.each(["VU", "OP"] as const)("a summary without %s is not written", (heading) => {
  const sections = SUMMARY.sections.filter((section) => section.heading !== heading);
  expect(writeDischargeSummary({ ...SUMMARY, sections })).toMatchObject({
    ok: false,
    problems: [{ code: "missing-element", path: "sections" }],
  });
});

test("a cancellation needs no sections", () => {
  expect(xmlOf({ ...SUMMARY, kind: "cancel", sections: [] })).toContain('<ServType V="C"');
});

test("a result that the summary cannot carry is told, not dropped in silence", () => {
  const result = {
    number: { value: { value: "1", unit: "g" } },
    examination: { id: {}, specifications: [] },
  };
  const written = writeDischargeSummary({
    ...SUMMARY,
    items: [{ result, about: { value: "FUNN" } }],
  });
  expect(written.ok && written.unwritten).toEqual(["items[0].result"]);
});

test.skipIf(!HAS_SCHEMAS)(`summaries are valid${WITHOUT_SCHEMAS}`, async () => {
  const { referral: _, ...unreferred } = SUMMARY;
  const stay = { from: "2026-05-01T08:00:00", careLevel: "dogn" } as const;
  const all: readonly DischargeSummary[] = [
    SUMMARY,
    { ...unreferred, isTest: false, isPreliminary: true, stay },
    { ...SUMMARY, kind: "change" },
  ];
  for (const summary of all) expect((await validateWritten(xmlOf(summary))).problems).toEqual([]);
});
