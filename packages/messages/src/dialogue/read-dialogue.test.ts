// Dialogue messages that come: their facts, written again without loss; and what is known of any message before it is read.
import { expect, test } from "vitest";
import { writeDischargeSummary } from "../discharge-summary/write-discharge-summary.ts";
import { aboutMessage } from "../referral/about-message.ts";
import {
  EXAMPLES,
  HAS_EXAMPLES,
  HAS_SCHEMAS,
  validateWritten,
  WITHOUT_EXAMPLES,
} from "../testing/national-schemas.ts";
import { AUTHOR, CLINIC, PATIENT, SURGERY } from "../testing/sample-parties.ts";
import { readDialogue, writeDialogue } from "./read-dialogue.ts";
import { writePlanFeedback } from "./write-dialogue.ts";

const WRITTEN = writePlanFeedback({
  messageId: "d1a10900-0000-4000-8000-000000000001",
  generatedAt: "2026-03-10T09:00:00+01:00",
  sender: CLINIC,
  receiver: SURGERY,
  otherReceivers: [],
  patient: PATIENT,
  conversation: { parent: "m1", conversation: "m1" },
  attachments: [],
  author: AUTHOR,
  news: "plan-made",
  text: "Planen er laget.",
});

test("a dialogue message is read with its notes and who answers for them", () => {
  if (!WRITTEN.ok) throw new Error(JSON.stringify(WRITTEN.problems));
  const read = readDialogue(Buffer.from(WRITTEN.xml));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const [document] = read.dialogue.documents;
  expect(document?.body?.notes[0]).toMatchObject({ text: "Planen er laget." });
  expect(read.lost).toEqual([]);
  expect(read.dialogue.patient?.familyName).toBe("Bekkelund");
});

test("a question with what the schema has for it comes back as it was", () => {
  if (!WRITTEN.ok) throw new Error(JSON.stringify(WRITTEN.problems));
  const question = `<dia:Foresporsel><dia:TypeForesp V="1" DN="x" S="2.16.578.1.12.4.1.1.8231"/><dia:EmneSporsmal>Plan</dia:EmneSporsmal><dia:Sporsmal>Når er neste evaluering?</dia:Sporsmal><dia:FraDato>2026-03-01</dia:FraDato></dia:Foresporsel>`;
  const xml = WRITTEN.xml.replace(/<dia:Notat>[\s\S]*<\/dia:Notat>/, question);
  const read = readDialogue(Buffer.from(xml));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.dialogue.documents[0]?.body?.questions[0]).toMatchObject({ topic: "Plan" });
  expect(read.lost).toEqual([]);
});

test("what is no dialogue message is refused with what is needed to answer it", () => {
  if (!WRITTEN.ok) throw new Error(JSON.stringify(WRITTEN.problems));
  const read = readDialogue(Buffer.from(WRITTEN.xml.replace("<dia:Notat>", "<dia:Nota>")));
  expect(read.ok).toBe(false);
  const broken = readDialogue(Buffer.from(WRITTEN.xml.replace("<dia:TemaKodet", "<dia:Tema")));
  if (broken.ok) throw new Error("it was read");
  expect(broken.about.messageId).toBe("d1a10900-0000-4000-8000-000000000001");
});

test("of a discharge summary it is known from whom to whom it goes", () => {
  const summary = writeDischargeSummary({
    messageId: "e1",
    generatedAt: "2026-06-01T12:00:00+02:00",
    isTest: true,
    kind: "new",
    documentId: "e2",
    issuedAt: "2026-06-01T11:00:00+02:00",
    isPreliminary: false,
    title: "Epikrise",
    stay: { from: "2026-03-20", careLevel: "poliklinikk" },
    diagnoses: [],
    items: [],
    sections: [
      { heading: "VU", text: "Bedret." },
      { heading: "OP", text: "Fastlegen." },
    ],
    patient: PATIENT,
    provider: CLINIC,
    requester: SURGERY,
    copies: [],
    responsible: [{ professional: AUTHOR }],
    relatedParties: [],
  });
  if (!summary.ok) throw new Error(JSON.stringify(summary.problems));
  const read = aboutMessage(Buffer.from(summary.xml));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.about).toMatchObject({ messageId: "e1", type: { value: "EPIKRISE" } });
  expect(read.about.sender?.organisation?.name).toBe("Solsiden helseforetak");
  expect(read.about.receiver?.organisation?.name).toBe("Lykkebo legekontor");
});

test.skipIf(!HAS_EXAMPLES)(
  `the published dialogue message comes back from its facts${HAS_SCHEMAS ? ", valid" : ""}${WITHOUT_EXAMPLES}`,
  async () => {
    const example = EXAMPLES.find(({ name }) => name.startsWith("Dialogmelding"));
    if (example === undefined) throw new Error("expected the example, got none");
    const read = readDialogue(example.bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
    expect(read.lost).toEqual([]);
    const again = writeDialogue(JSON.parse(JSON.stringify(read.dialogue)));
    if (!again.ok) throw new Error(JSON.stringify(again.problems.slice(0, 5)));
    expect(again.unwritten).toEqual([]);
    if (HAS_SCHEMAS) expect((await validateWritten(again.xml)).problems).toEqual([]);
  },
);
