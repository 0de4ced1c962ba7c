// What is read of the sample referrals, and what is said of messages that are not read.
import { expect, test } from "vitest";
import { identOf, innermost } from "../parts/contact.ts";
import { sample } from "../testing/national-schemas.ts";
import { readReferral } from "./read-referral.ts";
import type { ReferralMessage } from "./referral-message.ts";
import { assessmentDates, personNumberOf, referralTopics } from "./referral-topics.ts";

function read(name: string): ReferralMessage {
  const result = readReferral(sample(name));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.referral;
}

function changed(name: string, from: string | RegExp, to: string) {
  return readReferral(Buffer.from(new TextDecoder().decode(sample(name)).replace(from, to)));
}

const NEW = "henvisning-2.0-ny.xml";

test("a new referral 2.0 says who, to whom, why and how urgent", () => {
  const referral = read(NEW);
  const topics = referralTopics(referral);
  const unit = referral.envelope.receiver.organisation;
  expect(referral).toMatchObject({ standard: "henvisning-2.0", kind: "new", onward: false });
  expect(unit && identOf(innermost(unit), "HER")).toBe("9900210");
  expect(referral.envelope.sender.organisation?.professionals[0]?.familyName).toBe("Fjellstad");
  expect(personNumberOf(referral)).toBe("14838810099");
  expect(referral.request.urgency).toEqual({ value: "3", display: "Haster (elektiv)" });
  expect(topics.problem[0]).toContain("Sover < 4 timer, har sluttet å gå på jobb.\nTanker om");
  expect(topics.social).toEqual(["Bor alene, har en datter på ni år annenhver uke."]);
  expect(topics.medication[0]?.medication).toMatchObject({ dose: { value: "10", unit: "mg" } });
  expect(topics.findings).toHaveLength(1);
  expect(topics.warnings).toEqual(["Overfølsom for penicillin"]);
  expect(topics.wantedTherapists[0]?.familyName).toBe("Elvestrand");
  expect(referral.attachments[0]?.base64).toBe("SmVnIHZpbCBnamVybmUgc292ZSBpZ2plbi4=");
});

test("a change and a cancellation name the referral they concern, and why", () => {
  const first = read(NEW);
  for (const [name, kind] of [
    ["henvisning-2.0-endring.xml", "change"],
    ["henvisning-2.0-kansellering.xml", "cancel"],
  ] as const) {
    const later = read(name);
    expect(later.kind).toBe(kind);
    expect(later.documentId).toBe(first.documentId);
    expect(later.envelope.conversation?.conversation).toBe(first.envelope.messageId);
    expect(later.comment).not.toBe("");
  }
});

test("an onward referral carries the right, its dates, the course and the pathway", () => {
  const referral = read("viderehenvisning-2.0.xml");
  expect(referral.onward).toBe(true);
  expect(assessmentDates(referral)).toEqual({
    seniority: "2026-03-02",
    assessed: "2026-03-10",
    legalDeadline: "2026-04-20",
  });
  expect(referral.assessment?.details).toMatchObject({
    rightGranted: true,
    freeChoiceOfHospital: true,
    courseId: read(NEW).documentId,
    outcome: { value: "2" },
  });
  expect(referral.pathwayCodes.map(({ code }) => [code.system, code.value])).toEqual([
    ["2.16.578.1.12.4.1.1.9321", "D11"],
  ]);
});

test("referrals 1.0 and 1.1 say the same in the same words", () => {
  const [old, newer] = [read("henvisning-1.0-ny.xml"), read("henvisning-1.1-ny.xml")];
  for (const referral of [old, newer]) {
    expect(referral.patient.wholeName).toBe("Strømsnes, Kåre");
    expect(personNumberOf(referral)).toBe("23869520039");
    expect(referral.patient.otherIdents?.[0]?.id).toBe("P-4711");
    expect(referral.envelope.receiver.organisation?.parts[0]?.name).toBe("Rusavdelingen");
    expect(referral.envelope.otherReceivers[0]?.party.organisation?.name).toContain("kommune");
    expect(referral.relatedParties[0]?.party.professional?.telecoms).toEqual([
      { address: "tel:00000002" },
    ]);
    expect(referral.communicationNeeds[0]?.hearingImpaired).toBe(true);
  }
  expect(old.relatedPersons[0]?.name).toBe("Liv Strømsnes");
  expect(old.envelope.receiver.idByRequester).toBe("17");
  expect(newer.nextOfKin[0]?.person.familyName).toBe("Strømsnes");
});

test("a signature is seen and listed element by element as not kept", () => {
  const signature =
    '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:SignedInfo/><s:SignatureValue>QUJD</s:SignatureValue></s:Signature>';
  const result = changed(NEW, "</mh:MsgHead>", `${signature}</mh:MsgHead>`);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.referral.envelope.signed).toBe(true);
  expect(result.lost.map(({ path, how }) => [path, how])).toEqual([
    ["/MsgHead/Signature/SignedInfo", "missing"],
    ["/MsgHead/Signature/SignatureValue", "missing"],
  ]);
});

test("another wording of a code that we fix is listed as changed", () => {
  const result = changed(NEW, '<ServType V="N" DN="Ny"/>', '<ServType V="N" DN="Ny henvisning"/>');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.lost).toMatchObject([
    { path: "/MsgHead/Document/RefDoc/Content/Henvisning/ServType/@DN", how: "changed" },
  ]);
});

test.each<[string, string, string, string, string]>([
  [
    "an unknown element",
    "<ReqServ>",
    "<Unknown/><ReqServ>",
    "unexpected-element",
    "Henvisning/Unknown",
  ],
  [
    "an element at the wrong place",
    "<ReqServ>",
    "<DocumentId>x</DocumentId><ReqServ>",
    "unexpected-element",
    "Henvisning/DocumentId[2]",
  ],
  [
    "an element of another namespace",
    "<mh:MsgId>",
    '<MsgId xmlns="urn:x"/><mh:MsgId>',
    "unexpected-element",
    "MsgInfo/MsgId[1]",
  ],
  ["a missing element", /<Priority[^>]*>/.source, "", "missing-element", "Henvisning/ReqServ"],
  [
    "a bad date",
    "<mh:DateOfBirth>1988-03-14",
    "<mh:DateOfBirth>1988-02-30",
    "bad-value",
    "Patient/DateOfBirth",
  ],
  ["a bad truth value", "BorAlene>true", "BorAlene>ja", "bad-value", "BorAlene"],
  [
    "an unknown attribute",
    '<Priority V="3"',
    '<Priority X="3"',
    "unexpected-attribute",
    "ReqServ/Priority",
  ],
  [
    "a type of its own",
    "<ReqServ>",
    '<ReqServ xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="x">',
    "unexpected-attribute",
    "Henvisning/ReqServ",
  ],
  ["text between elements", "<ReqServ>", "x<ReqServ>", "unexpected-text", "Content/Henvisning"],
  [
    "another kind of service",
    '<ServType V="N" DN="Ny"/>',
    '<ServType V="H"/>',
    "bad-value",
    "Henvisning/ServType",
  ],
  [
    "a type that is no referral",
    'V="HENVISNING_NYTILSTAND"',
    'V="EPIKRISE"',
    "bad-value",
    "/MsgHead",
  ],
  ["no patient", /<mh:Patient>[\s\S]*<\/mh:Patient>/.source, "", "missing-element", "/MsgHead"],
  [
    "a second referral",
    /<mh:Document>([\s\S]*?)<\/mh:Document>/.source,
    "<mh:Document>$1</mh:Document><mh:Document>$1</mh:Document>",
    "missing-element",
    "/MsgHead",
  ],
  ["a wrong OID", "2.16.578.1.12.4.1.1.8231", "2..16", "bad-value", "ReasonAsText[1]/Heading"],
  ["base64 that is none", "SmVnIHZp", "SmVnIHZ?", "bad-value", "Content/Base64Container"],
])("%s is a problem with its place", (_what, from, to, code, path) => {
  const result = changed(NEW, new RegExp(from), to);
  if (result.ok) throw new Error("it was read");
  const found = result.problems.find((problem) => problem.path.endsWith(path));
  expect(found?.code, JSON.stringify(result.problems)).toBe(code);
  expect(found?.line).toBeGreaterThan(0);
  expect(result.about.messageId).toBe("6f0d0a52-0c1e-4a53-8f0e-3a4b53b1c001");
});

test("every problem of a message is told, not the first only", () => {
  const result = changed(
    NEW,
    /<Priority[^>]*>[\s\S]*<\/Henvisning>/,
    "<Priority V='3'/></ReqServ><A/><B/></Henvisning>",
  );
  if (result.ok) throw new Error("it was read");
  expect(result.problems.map(({ path }) => path.split("/").at(-1))).toEqual(["A", "B"]);
});

test("a refusal tells nothing of the patient", () => {
  const result = changed(
    NEW,
    "<mh:DateOfBirth>1988-03-14",
    "<mh:DateOfBirth>Bekkelund 14838810099",
  );
  if (result.ok) throw new Error("it was read");
  expect(JSON.stringify(result)).not.toMatch(/Bekkelund|14838810099|Sover/);
});

test("another message is named as such, with what is needed to answer it", () => {
  const text =
    '<Message xmlns="urn:x"><Type V="E"/><GenDate V="2026-01-01"/><MsgId>17</MsgId></Message>';
  const result = readReferral(Buffer.from(text));
  if (result.ok) throw new Error("it was read");
  expect(result.problems[0]?.code).toBe("unknown-message");
  expect(result.about).toMatchObject({
    messageId: "17",
    type: { value: "E" },
    generatedAt: "2026-01-01",
  });
});
