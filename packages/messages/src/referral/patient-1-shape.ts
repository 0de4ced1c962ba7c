// Knows the patient of Henvisning 1.0 and 1.1 with everybody around, which stand inside the patient there.
import { type ClinicalStyle, clinicalShapes } from "../parts/clinical-shapes.ts";
import { sharedPerson } from "../parts/contact-shapes.ts";
import { partyShape } from "../parts/party-shapes.ts";
import { otherIdentShape, placeShape } from "../parts/place-shape.ts";
import { type Codec, mapped } from "../shape/codec.ts";
import { many, one, optional, orEmpty } from "../shape/fields.ts";
import { bl, type Code, cs, cv, ts } from "../shape/kith-types.ts";
import { date, integer, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { HENVISNING_1_0, HENVISNING_1_1, PLEIE_OMSORG_1_5 } from "../xml/namespaces.ts";
import { communicationNeed11, nextOfKin11 } from "./care-shapes.ts";
import type { CommunicationNeed, Consent } from "./referral-people.ts";

export function clinicalStyle1(uri: string): ClinicalStyle {
  return { uri, moment: ts, dateResult: ts, kind: cs };
}

export function party1(uri: string) {
  return partyShape({
    uri,
    within: ["AdditionalId", "HCPerson", "Dept"],
    speciality: "MedSpeciality",
    hasPartyKeys: uri === HENVISNING_1_0,
  });
}

function fieldsBefore(uri: string) {
  const { item, precaution } = clinicalShapes(clinicalStyle1(uri));
  const related = sequence(uri, {
    relation: one("Relation", cs),
    from: optional("StartDateTime", ts),
    to: optional("EndDateTime", ts),
    party: one("HCP", party1(uri)),
  });
  return {
    healthServicesBasis: optional("BasisForHealthServices", cs),
    sex: optional("Sex", cs),
    birthDate: optional("DateOfBirth", ts),
    deathDate: optional("DateOfDeath", ts),
    wholeName: optional("Name", text),
    idAtSender: optional("IdByRequester", text),
    officialId: optional("OffId", text),
    officialIdType: optional("TypeOffId", cs),
    precautions: many("PatientPrecaution", precaution),
    items: many("InfItem", item),
    relatedParties: many("PatRelHCP", related),
  } as const;
}

function fieldsAfter(uri: string, consent: Codec<Consent>) {
  return {
    consent: optional("Consent", consent),
    otherIdents: many("AdditionalId", otherIdentShape(uri)),
    place: optional("Address", placeShape(uri)),
  } as const;
}

const NO_CODE: Code = {};

const consent10: Codec<Consent> = sequence(HENVISNING_1_0, {
  status: orEmpty("ConsentStatus", cv, NO_CODE),
  on: optional("ConsentDate", ts),
  note: one("Merknad", text),
});

const consent11: Codec<Consent> = sequence(HENVISNING_1_1, {
  status: orEmpty("ConsentStatus", cv, NO_CODE),
  on: optional("ConsentDate", date),
  note: optional("Merknad", text),
  givenBy: optional("GivenBy", text),
});

/** A truth value in an attribute, which may be missing. */
function truth(value: string | undefined): boolean | undefined {
  return value === undefined || value === "" ? undefined : value === "true";
}

const translator10: Codec<CommunicationNeed> = mapped(
  sequence(HENVISNING_1_0, {
    personNumber: optional("Person", integer),
    isDeaf: optional("IsDeaf", bl),
    isBlind: optional("IsBlind", bl),
    language: optional("Language", cs),
    interpreterNumber: optional("PreferredTranslator", integer),
    endsOn: optional("TranslatorEndDate", ts),
    note: optional("Note", text),
  }),
  ({ isDeaf, isBlind, ...own }): CommunicationNeed => {
    const hearingImpaired = truth(isDeaf);
    const sightImpaired = truth(isBlind);
    return {
      ...own,
      ...(hearingImpaired !== undefined && { hearingImpaired }),
      ...(sightImpaired !== undefined && { sightImpaired }),
    };
  },
  ({ hearingImpaired, sightImpaired, ...own }) => ({
    ...own,
    isDeaf: hearingImpaired?.toString(),
    isBlind: sightImpaired?.toString(),
  }),
);

const careSituation = sequence(HENVISNING_1_0, {
  description: optional("Description", text),
  custodyType: one("CustodyType", cs),
  custodyOwner: optional("CustodyOwner", text),
  type: one("CareSituationType", cs),
  nativeLanguage: optional("NativeLanguage", cs),
});

const relation = sequence(HENVISNING_1_0, {
  guardian: optional("Guardien", bl),
  code: optional("RelationCode", cs),
  description: optional("Description", text),
});

const relatedPerson = sequence(HENVISNING_1_0, {
  description: optional("Description", text),
  birthDate: optional("DateOfBirth", ts),
  sex: optional("Sex", cs),
  occupation: optional("Occupation", cs),
  role: optional("Role", text),
  ethnicBelonging: optional("EthnicBelonging", cs),
  name: one("Name", text),
  officialId: optional("OffId", text),
  officialIdType: optional("TypeOffId", cs),
  relation: optional("Relation", relation),
  place: optional("Address", placeShape(HENVISNING_1_0)),
  consent: optional("Consent", consent10),
});

const institution10 = sequence(HENVISNING_1_0, {
  name: optional("NameInst", text),
  workingTime: optional("WorkingTime", text),
  contactPerson: one("ContactPerson", text),
  place: optional("Address", placeShape(HENVISNING_1_0)),
});

const institution11 = sequence(HENVISNING_1_1, {
  name: optional("NameInst", text),
  role: optional("RoleInst", text),
  contactPerson: optional("ContactPerson", text),
  note: optional("Merknad", text),
});

const contactPerson11 = sequence(HENVISNING_1_1, {
  occupation: optional("OccupationRole", text),
  workplace: optional("WorkingPlace", text),
  person: one("Referanseperson", sharedPerson),
  note: optional("Merknad", text),
});

export const patient10 = sequence(HENVISNING_1_0, {
  ...fieldsBefore(HENVISNING_1_0),
  communicationNeeds: many("NeedTranslator", translator10),
  careSituation: optional("CareSituation", careSituation),
  relatedPersons: many("PatRelperson", relatedPerson),
  relatedInstitutions: many("PatRelInst", institution10),
  ...fieldsAfter(HENVISNING_1_0, consent10),
});

export const patient11 = sequence(HENVISNING_1_1, {
  ...fieldsBefore(HENVISNING_1_1),
  communicationNeeds: many("AssistertKommunikasjon", communicationNeed11, PLEIE_OMSORG_1_5),
  nextOfKin: many("ParorendeForesatt", nextOfKin11, PLEIE_OMSORG_1_5),
  contactPersons: many("ContactPerson", contactPerson11),
  relatedInstitutions: many("PatRelInst", institution11),
  ...fieldsAfter(HENVISNING_1_1, consent11),
});
