// Answers to referrals and questions, and news of plans: what they hold, what they cannot be sent without, and that they are valid.
import { expect, test } from "vitest";
import type { Written } from "../shape/document.ts";
import { HAS_SCHEMAS, validateWritten, WITHOUT_SCHEMAS } from "../testing/national-schemas.ts";
import { AUTHOR, CLINIC, PATIENT, SURGERY } from "../testing/sample-parties.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { childElements, ownText, type XmlElement } from "../xml/xml-element.ts";
import { DEFAULT_LIMITS } from "../xml/xml-limits.ts";
import type { DialogueHead, ReferralDecision } from "./dialogue.ts";
import { writePlanFeedback, writeQuestionAnswer, writeReferralAnswer } from "./write-dialogue.ts";

const HEAD: DialogueHead = {
  messageId: "d1a10900-0000-4000-8000-000000000001",
  generatedAt: "2026-03-10T09:00:00+01:00",
  sender: CLINIC,
  receiver: SURGERY,
  otherReceivers: [
    { party: { ...SURGERY, role: { value: "COP", display: "Kopimottaker" } }, deliveries: [] },
  ],
  patient: PATIENT,
  conversation: { parent: "m1", conversation: "m1" },
  attachments: [],
  author: AUTHOR,
};

const DECISIONS: readonly ReferralDecision[] = [
  { kind: "called-in", text: "Time 20. mars kl. 10. Rett til helsehjelp, senest 20. april." },
  { kind: "right-granted", text: "Rett til helsehjelp. Innkalling kommer." },
  { kind: "sent-on", to: "Nordsiden distriktspsykiatriske senter", text: "Pasienten bor der." },
  {
    kind: "refused",
    reasons: "Tilstanden kan behandles i kommunen <uten ventetid>.",
    advice: "Samtaler hos kommunepsykolog & oppfølging av søvn.",
    howToComplain: "Klagen sendes til oss. Vi sender den til statsforvalteren.",
  },
];

function xmlOf(written: Written): string {
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  expect(written.unwritten).toEqual([]);
  return written.xml;
}

function elementsNamed(xml: string, name: string): readonly XmlElement[] {
  const document = readXml(xml, DEFAULT_LIMITS);
  if (!isXmlDocument(document)) throw new Error(document.code);
  const below = (element: XmlElement): readonly XmlElement[] => [
    element,
    ...childElements(element).flatMap(below),
  ];
  return below(document.root).filter((element) => element.name === name);
}

const codeOf = (element: XmlElement | undefined, name = "V") =>
  element?.attributes.find((attribute) => attribute.name === name)?.value;

test("each decision has its code of system 9148", () => {
  const codes = DECISIONS.map((decision) =>
    codeOf(elementsNamed(xmlOf(writeReferralAnswer({ ...HEAD, decision })), "TemaKodet")[0]),
  );
  expect(codes).toEqual(["1", "2", "3", "4"]);
});

test("an answer names its kind, the referral it answers, and who can be called", () => {
  const [decision] = DECISIONS;
  if (decision === undefined) throw new Error("no decision");
  const xml = xmlOf(writeReferralAnswer({ ...HEAD, decision }));
  expect(codeOf(elementsNamed(xml, "Type")[0])).toBe("DIALOG_STATUS_HENVISNING");
  expect(elementsNamed(xml, "RefToConversation").map(ownText)).toEqual(["m1"]);
  expect(codeOf(elementsNamed(xml, "TeleAddress")[0])).toBe("tel:00000009");
  expect(codeOf(elementsNamed(xml, "RoleReceiver")[0])).toBe("COP");
});

test("a refusal holds reasons, advice and how to complain, as written", () => {
  const decision = DECISIONS[3];
  if (decision?.kind !== "refused") throw new Error("no refusal");
  const text = elementsNamed(
    xmlOf(writeReferralAnswer({ ...HEAD, decision })),
    "TekstNotatInnhold",
  ).map(ownText);
  expect(text[0]).toBe(
    `Begrunnelse:\n${decision.reasons}\n\nRåd om videre tiltak:\n${decision.advice}\n\nSlik kan pasienten klage:\n${decision.howToComplain}`,
  );
});

test.each(["reasons", "advice", "howToComplain"])("a refusal without %s is not written", (part) => {
  const decision = { ...DECISIONS[3], [part]: "  " } as ReferralDecision;
  expect(writeReferralAnswer({ ...HEAD, decision })).toMatchObject({
    ok: false,
    problems: [{ code: "missing-element", path: part }],
  });
});

test("an answer that nobody can be called about is not written", () => {
  const author = { ...AUTHOR, telecoms: [] };
  const written = writePlanFeedback({ ...HEAD, author, news: "plan-made", text: "x" });
  expect(written).toMatchObject({ ok: false, problems: [{ path: "author.telecoms" }] });
});

test("news of the plan say in the topic whether it was made or changed", () => {
  const topics = (["plan-made", "plan-changed"] as const).map((news) =>
    elementsNamed(xmlOf(writePlanFeedback({ ...HEAD, news, text: "Mål: sove." })), "Tema").map(
      ownText,
    ),
  );
  expect(topics.flat()).toEqual(["Behandlingsplan er laget", "Behandlingsplan er endret"]);
});

const ASKED = { ...HEAD, question: "Kan jeg trappe ned <nå>?", answer: "Ja, vi gjør det sammen." };

test("an answer to a question stands under the question, about the patient", () => {
  const xml = xmlOf(writeQuestionAnswer(ASKED));
  expect(codeOf(elementsNamed(xml, "Type")[0])).toBe("DIALOG_HELSEFAGLIG");
  expect(codeOf(elementsNamed(xml, "TemaKodet")[0])).toBe("6");
  expect(elementsNamed(xml, "Tema").map(ownText)).toEqual(["Svar på spørsmål"]);
  expect(elementsNamed(xml, "TekstNotatInnhold").map(ownText)).toEqual([
    `Spørsmål:\n${ASKED.question}\n\nSvar:\n${ASKED.answer}`,
  ]);
});

test.each([
  "question",
  "answer",
])("an answer to a question without the %s is not written", (part) => {
  expect(writeQuestionAnswer({ ...ASKED, [part]: " " })).toMatchObject({
    ok: false,
    problems: [{ code: "missing-element", path: part }],
  });
});

test.skipIf(!HAS_SCHEMAS)(`all are valid${WITHOUT_SCHEMAS}`, async () => {
  const unit = { ...CLINIC.organisation, name: "Inntaket" };
  const answers = DECISIONS.map((decision) =>
    writeReferralAnswer({
      ...HEAD,
      decision,
      unit: { idents: [], telecoms: [], parts: [], professionals: [], ...unit },
    }),
  );
  const feedback = writePlanFeedback({
    ...HEAD,
    news: "plan-changed",
    text: "Ny dato for evaluering.",
  });
  for (const written of [...answers, feedback, writeQuestionAnswer(ASKED)])
    expect((await validateWritten(xmlOf(written))).problems).toEqual([]);
});
