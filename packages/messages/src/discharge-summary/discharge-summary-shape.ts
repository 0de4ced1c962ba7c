// Knows the elements of Epikrise 1.2 that we write, in their order.
import { clinicalShapes, diagnosisShape, medicationShape } from "../parts/clinical-shapes.ts";
import { partyShape } from "../parts/party-shapes.ts";
import { otherIdentShape, placeShape } from "../parts/place-shape.ts";
import { kind } from "../referral/referral-checks.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { cs, ts } from "../shape/kith-types.ts";
import { text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { EPIKRISE_1_2 } from "../xml/namespaces.ts";
import type { XmlName } from "../xml/xml-tree.ts";

const DIS = EPIKRISE_1_2;

export const SUMMARY_TAG: XmlName = { uri: DIS, name: "Message" };

const diagnosis = diagnosisShape(DIS);

const party = partyShape({
  uri: DIS,
  within: ["Dept", "HCPerson", "AdditionalId"],
  speciality: "MedSpecialty",
  hasPartyKeys: false,
});

const side = sequence(DIS, {
  role: optional("Role", cs),
  commMethod: optional("ComMethod", cs),
  party: one("HCP", party),
});

const related = sequence(DIS, {
  relation: one("Relation", cs),
  from: optional("StartDateTime", ts),
  to: optional("EndDateTime", ts),
  party: one("HCP", party),
});

const observation = sequence(DIS, {
  description: optional("Description", text),
  comment: optional("Comment", text),
  coded: optional("CodedDescr", diagnosis),
});

const { reason: headed } = clinicalShapes({ uri: DIS, moment: ts, dateResult: ts, kind: cs });

const item = sequence(
  DIS,
  {
    medication: optional("Medication", medicationShape(DIS)),
    observation: optional("Observation", observation),
    about: one("Type", cs),
    from: optional("StartDateTime", ts),
    to: optional("EndDateTime", ts),
    recordedAt: optional("OrgDate", ts),
  },
  [{ of: ["medication", "observation"], mustBe: true }],
);

const event = sequence(DIS, {
  period: one(
    "ReportedEvent",
    sequence(DIS, { from: one("StartDateTime", ts), to: optional("EndDateTime", ts) }),
  ),
  kind: one("ServType", kind),
  outcome: optional("AdmOutcome", cs),
  service: one("Service", sequence(DIS, { careLevel: optional("AdmCat", cs) })),
  items: many("InfItem", item),
  sections: many("Comment", headed),
});

const patient = sequence(DIS, {
  sex: optional("Sex", cs),
  birthDate: optional("DateOfBirth", ts),
  wholeName: optional("Name", text),
  officialId: optional("OffId", text),
  officialIdType: optional("TypeOffId", cs),
  relatedParties: many("PatRelHCP", related),
  otherIdents: many("AdditionalId", otherIdentShape(DIS)),
  place: optional("Address", placeShape(DIS)),
});

const referral = sequence(DIS, {
  kind: one("ServType", kind),
  issuedAt: one("IssueDate", ts),
  receivedOn: optional("ReceiptDate", ts),
  contentType: one("MsgDescr", cs),
  documentId: one("Id", text),
  diagnoses: some("Diagnosis", diagnosis),
});

const report = sequence(DIS, {
  kind: one("ServType", kind),
  issuedAt: one("IssueDate", ts),
  approvedAt: optional("ApprDate", ts),
  status: one("Status", cs),
  title: one("MsgDescr", text),
  documentId: optional("ServProvId", text),
  referrals: many("ServReq", referral),
  events: many("Event", event),
  patient: one("Patient", patient),
  provider: one("ServProvider", side),
  copies: many("CopyDest", sequence(DIS, { party: one("HCP", party) })),
  requester: one("Requester", side),
  responsible: many(
    "RelServProvider",
    sequence(DIS, { relation: one("Relation", cs), party: one("HCP", party) }),
  ),
});

export const summaryMessage = sequence(DIS, {
  type: optional("Type", cs),
  version: one("MIGversion", text),
  generatedAt: one("GenDate", ts),
  messageId: one("MsgId", text),
  status: optional("Status", cs),
  report: one("ServRprt", report),
});
