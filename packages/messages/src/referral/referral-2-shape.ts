// Knows the elements of Henvisning 2.0 in their order.
import { clinicalShapes, headedText } from "../parts/clinical-shapes.ts";
import { headShape } from "../parts/message-head.ts";
import { type Codec, type Draft, mapped, type Read, report } from "../shape/codec.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { cs, cv } from "../shape/kith-types.ts";
import { boolean, date, dateTime, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { HENVISNING_2_0, PLEIE_OMSORG_2_0 } from "../xml/namespaces.ts";
import { childElements, type XmlElement } from "../xml/xml-element.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import * as care from "./care-shapes.ts";
import { checkPatient, kind } from "./referral-checks.ts";
import type { ReferralMessage, RequestedService } from "./referral-message.ts";
import type { Consent } from "./referral-people.ts";

const REF = HENVISNING_2_0;
const PO = PLEIE_OMSORG_2_0;

const REFERRAL_2_TAG: XmlName = { uri: REF, name: "Henvisning" };

const clinical = clinicalShapes({ uri: REF, moment: dateTime, dateResult: date, kind: cv });

const need = mapped(
  care.communicationNeed,
  (held) => held.need,
  (held) => ({ need: held }),
);

const request: Codec<RequestedService> = sequence(REF, {
  kind: one("ServType", cs),
  wantedOn: optional("ReqDate", date),
  urgency: one("Priority", cs),
  comment: optional("Comment", text),
});

const details = sequence(REF, {
  freeChoiceOfHospital: optional("FrittSykehusvalg", boolean),
  waitEndCode: optional("VentetidSluttkode", cv),
  courseId: one("ForlopsId", text),
  rightGranted: one("RettTilHelsehjelp", boolean),
  outcome: one("UtfallAvVurdering", cv),
});

const assessment = sequence(REF, {
  dates: some(
    "DatoMottakOgVurdering",
    sequence(REF, { type: one("TypeDato", cv), date: one("Dato", date) }),
  ),
  details: optional("Opplysninger", details),
});

const consent: Codec<Consent> = sequence(REF, {
  status: one("ConsentStatus", cv),
  on: optional("ConsentDate", date),
  note: optional("Merknad", text),
  givenBy: optional("GivenBy", text),
});

const body = sequence(REF, {
  kind: one("ServType", kind),
  issuedAt: one("IssueDate", dateTime),
  payment: optional("PaymentCat", cs),
  comment: optional("ReqComment", text),
  documentId: one("DocumentId", text),
  healthServicesBasis: optional("BasisForHealthServices", cs),
  patientNotes: optional("TilleggsopplysningPasient", care.patientNotes, PO),
  nextOfKin: many("ParorendeForesatt", care.nextOfKin, PO),
  relatedUnits: many("TilknyttetEnhet", care.relatedUnit, PO),
  contactProfessionals: many("KontaktpersonHelsepersonell", care.contactProfessional, PO),
  responsible: many("AnsvarForRapport", care.responsible, PO),
  sentDocuments: many("SendtDokument", care.sentDocument, PO),
  content: one("TypeInnholdIMelding", care.contentType, PO),
  communicationNeeds: many("InfoAssistertKommunikasjon", need, PO),
  individualPlan: optional("OpplysningerOmIndividuellPlan", care.individualPlan, PO),
  contactPersons: many("PasientrelatertKontaktperson", care.contactPerson, PO),
  medicationReview: optional("Legemiddelgjennomgang", care.medicationReview, PO),
  precautions: many("PatientPrecaution", clinical.precaution),
  items: many("InfItem", clinical.item),
  reasons: many("ReasonAsText", clinical.reason),
  diagnoses: many("Diagnosis", clinical.diagnosis),
  request: one("ReqServ", request),
  comments: many("Comment", headedText(REF, cv, "CodedComment")),
  assessment: optional("VurderingAvHenvisning", assessment),
  pathwayCodes: many(
    "Pakkeforlop",
    sequence(REF, { code: one("Pakkeforlopskode", cv), note: optional("Merknad", text) }),
  ),
  consents: many("Consent", consent),
});

const head = headShape(REFERRAL_2_TAG, body);

/** Henvisning 2.0 in MsgHead, as a referral. */
export const referral2: Codec<ReferralMessage> = checkedReferral(
  mapped(head, intoReferral, outOfReferral),
);

function intoReferral({ envelope, patient, documents }: Read<typeof head>): ReferralMessage {
  const main = documents.find((document) => document.body !== undefined);
  const { body: referral, ...document } = main ?? { type: {} };
  const attachments = documents.filter((each) => each !== main).map(({ body: _, ...file }) => file);
  return {
    standard: "henvisning-2.0",
    onward: envelope.type.value === "HENVISNING_VIDERE",
    envelope,
    patient: patient ?? { idents: [], telecoms: [] },
    ...(referral as Read<typeof body>),
    relatedParties: [],
    relatedPersons: [],
    relatedInstitutions: [],
    document,
    attachments,
  };
}

function outOfReferral(referral: ReferralMessage): Draft<Read<typeof head>> {
  const { envelope, patient, document, attachments } = referral;
  const main = {
    ...(document ?? { type: { value: "XML", display: "XML-instans" } }),
    body: referral,
  };
  return { envelope, patient, documents: [main, ...attachments] };
}

/** What the schema leaves open but a referral must have: a patient, one referral, and a type that says so. */
function checkedReferral(codec: Codec<ReferralMessage>): Codec<ReferralMessage> {
  return {
    read: (element, reading) => {
      const before = reading.problems.length;
      const referral = codec.read(element, reading);
      if (reading.problems.length > before) return referral;
      if (!referral.envelope.type.value?.startsWith("HENVISNING"))
        report(reading, element, "bad-value", "a type HENVISNING… of code system 8279", "another");
      checkPatient(element, referral, reading);
      const bodies = countReferrals(element);
      if (bodies !== 1)
        report(reading, element, "missing-element", "one Henvisning in its documents", `${bodies}`);
      return referral;
    },
    write: codec.write,
  };
}

/** How many referrals stand in a message, anywhere. */
export function countReferrals(element: XmlElement): number {
  const own = element.name === REFERRAL_2_TAG.name && element.uri === REF ? 1 : 0;
  return childElements(element).reduce((sum, child) => sum + countReferrals(child), own);
}
