// What the facts of a message become in the national standards.
import { parseCalendarDate } from "@rettvei/engine";
import { expect, test } from "vitest";
import { type Around, writeNational } from "./national-message.ts";
import { partyOf, senderOf } from "./parties.ts";

const AROUND: Around = {
  messageId: "e1a10900-0000-4000-8000-000000000001",
  writtenAt: "2026-06-01T12:00:00+02:00",
  sender: senderOf({ name: "Prøvelia DPS", hfName: null }, { numbers: [] }),
  receiver: partyOf({ name: "Lykkebo legekontor", numbers: [] }),
  patient: { givenName: "Testine", familyName: "Prøvesen", idents: [], telecoms: [] },
};

test("a diagnosis goes out with its code as the standard writes it, or in words alone", () => {
  const written = writeNational(AROUND, {
    form: "discharge-summary",
    title: "Epikrise",
    stay: {
      from: parseCalendarDate("2026-03-20"),
      to: parseCalendarDate("2026-06-01"),
      careLevel: "poliklinikk",
    },
    diagnoses: [
      { value: "F32.1", system: "2.16.578.1.12.4.1.1.7110", display: "Moderat depressiv episode" },
      { text: "Søvnvansker" },
    ],
    sections: [
      { heading: "VU", text: "Bedret." },
      { heading: "OP", text: "Fastlegen." },
    ],
    author: { givenName: "Sigrid", familyName: "Spesialistad", telephone: "99 99 99 99" },
  });
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  expect(written.xml.match(/<Concept [^>]*>/g)).toEqual([
    '<Concept V="F321" S="2.16.578.1.12.4.1.1.7110" DN="Moderat depressiv episode"/>',
    '<Concept OT="Søvnvansker"/>',
  ]);
});
