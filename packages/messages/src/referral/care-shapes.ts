// Knows the classes that referrals borrow from the messages of nursing and care (poKomponent 1.5 and 2.0).
import { sharedOrganisation, sharedPerson, sharedProfessional } from "../parts/contact-shapes.ts";
import type { Codec } from "../shape/codec.ts";
import { one, optional } from "../shape/fields.ts";
import { cs, cv, ts } from "../shape/kith-types.ts";
import { boolean, date, text, year } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { PLEIE_OMSORG_1_5, PLEIE_OMSORG_2_0 } from "../xml/namespaces.ts";
import type { CommunicationNeed, ContactPerson, NextOfKin } from "./referral-people.ts";

const PO = PLEIE_OMSORG_2_0;
const note = { note: optional("Merknad", text) } as const;

export const patientNotes = sequence(PO, {
  civilStatus: optional("SivilStatus", cs),
  livesAlone: optional("BorAlene", boolean),
  language: optional("Sprak", cs),
  hasMunicipalServices: optional("MottarKommunaleTjenester", boolean),
  ...note,
});

export const nextOfKin: Codec<NextOfKin> = sequence(PO, {
  relation: optional("Slektskap", cs),
  careRole: optional("Omsorgsfunksjon", cs),
  minorsBirthYear: optional("FodselsarMindrearigParorende", year),
  isNearest: optional("NarmesteParorende", boolean),
  person: one("Referanseperson", sharedPerson),
  ...note,
});

export const nextOfKin11: Codec<NextOfKin> = sequence(PLEIE_OMSORG_1_5, {
  relation: optional("Slektskap", cs),
  careRole: optional("Omsorgsfunksjon", cs),
  person: one("Referanseperson", sharedPerson),
  ...note,
});

export const relatedUnit = sequence(PO, {
  unit: one("Kontaktenhet", sharedOrganisation),
  ...note,
});

export const contactProfessional = sequence(PO, {
  professional: one("Kontaktperson", sharedProfessional),
  ...note,
});

export const responsible = sequence(PO, {
  professional: one("AnsvarligRapport", sharedProfessional),
  approvedOn: optional("GodkjentDato", date),
  relation: optional("TypeRelasjon", cv),
  ...note,
});

export const sentDocument = sequence(PO, {
  what: one("Opplysning", cv),
  wasSent: one("JaNei", boolean),
  sentOn: optional("DatoSendt", date),
  recipientKind: optional("TypeMottaker", cv),
  recipientName: optional("NavnMottaker", text),
  ...note,
});

export const contentType = sequence(PO, { type: one("TypeInnhold", cv), ...note });

function communicationNeedIn(uri: string, endsOn: Codec<string>): Codec<CommunicationNeed> {
  return sequence(uri, {
    person: optional("PersonTolkebehov", sharedPerson),
    hearingImpaired: optional("Horselsvikt", boolean),
    sightImpaired: optional("Synsvikt", boolean),
    language: optional("BehovTolkSprak", cs),
    interpreter: optional("PreferertTolk", sharedPerson),
    endsOn: optional("BehovOpphortDato", endsOn),
    ...note,
  });
}

export const communicationNeed = sequence(PO, {
  need: one("AssistertKommunikasjon", communicationNeedIn(PO, date)),
});

export const communicationNeed11 = communicationNeedIn(PLEIE_OMSORG_1_5, ts);

export const individualPlan = sequence(PO, {
  exists: optional("IndividuellPlanForeligger", boolean),
  coordinatorAppointed: optional("KoordinatorOppnevnt", boolean),
  ...note,
});

export const contactPerson: Codec<ContactPerson> = sequence(PO, {
  occupation: optional("StillingRolle", text),
  workplace: optional("Arbeidssted", text),
  person: one("Referanseperson", sharedPerson),
  ...note,
});

export const medicationReview = sequence(PO, {
  reviewedOn: optional("DatoLegemiddelgjennomgang", date),
  reconciledOn: optional("DatoSamstemming", date),
  ...note,
});
