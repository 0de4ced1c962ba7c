// Knows how Henvisning 1.0 and 1.1 become a referral, and a referral becomes one of them again.
import { wholeNameOf } from "../parts/contact.ts";
import { identOfPair, pairOfIdents } from "../parts/place-shape.ts";
import { type Codec, type Draft, mapped, type Read } from "../shape/codec.ts";
import { message10, message11 } from "./referral-1-shape.ts";
import { checkPatient } from "./referral-checks.ts";
import type { ReferralMessage, ReferralStandard, ReferredPatient } from "./referral-message.ts";

type Message10 = Read<typeof message10>;
type Message11 = Read<typeof message11>;
type Patient = Message10["service"]["patient"] | Message11["service"]["patient"];

/** Henvisning 1.0, as a referral. */
export const referral10: Codec<ReferralMessage> = checked(
  mapped(
    message10,
    (message): ReferralMessage => {
      const { patient } = message.service;
      return {
        ...common("henvisning-1.0", message),
        relatedPersons: patient.relatedPersons,
        ...(patient.careSituation && { careSituation: patient.careSituation }),
      };
    },
    (referral) => ({
      ...headOf(referral),
      service: {
        ...serviceOf(referral),
        patient: {
          ...patientOf(referral),
          careSituation: referral.careSituation,
          relatedPersons: referral.relatedPersons,
        },
      },
    }),
  ),
);

/** Henvisning 1.1, as a referral. */
export const referral11: Codec<ReferralMessage> = checked(
  mapped(
    message11,
    (message): ReferralMessage => {
      const { nextOfKin, contactPersons } = message.service.patient;
      return { ...common("henvisning-1.1", message), nextOfKin, contactPersons };
    },
    (referral) => ({
      ...headOf(referral),
      service: {
        ...serviceOf(referral),
        patient: {
          ...patientOf(referral),
          nextOfKin: referral.nextOfKin,
          contactPersons: referral.contactPersons,
        },
      },
    }),
  ),
);

/** What both have; lists that only later standards have stay empty. */
function common(standard: ReferralStandard, message: Message10 | Message11): ReferralMessage {
  const { service, ...head } = message;
  const { patient, receiver, sender, otherReceivers, acknowledgement, contentType, ...own } =
    service;
  const { precautions, items, relatedParties, communicationNeeds, relatedInstitutions } = patient;
  const { healthServicesBasis, consent } = patient;
  return {
    standard,
    onward: false,
    ...own,
    envelope: {
      ...head,
      ...(acknowledgement && { acknowledgement }),
      sender,
      receiver,
      otherReceivers,
      signed: false,
    },
    content: { type: contentType },
    patient: intoPatient(patient),
    ...(healthServicesBasis && { healthServicesBasis }),
    precautions,
    items,
    relatedParties,
    communicationNeeds,
    relatedInstitutions,
    consents: consent === undefined ? [] : [consent],
    nextOfKin: [],
    relatedUnits: [],
    contactProfessionals: [],
    responsible: [],
    relatedPersons: [],
    contactPersons: [],
    sentDocuments: [],
    pathwayCodes: [],
  };
}

function intoPatient(patient: Patient): ReferredPatient {
  const { sex, birthDate, deathDate, wholeName, idAtSender, place } = patient;
  return {
    ...(sex && { sex }),
    ...(birthDate !== undefined && { birthDate }),
    ...(deathDate !== undefined && { deathDate }),
    ...(wholeName !== undefined && { wholeName }),
    ...(idAtSender !== undefined && { idAtSender }),
    idents: identOfPair(patient.officialId, patient.officialIdType),
    ...(patient.otherIdents.length > 0 && { otherIdents: patient.otherIdents }),
    ...(place && { address: place.address }),
    telecoms: place?.telecoms ?? [],
  };
}

function headOf({ envelope }: ReferralMessage): Draft<Omit<Message10, "service">> {
  const { type, messageVersion, version, generatedAt, messageId, status } = envelope;
  return { type, messageVersion, version, generatedAt, messageId, status };
}

function serviceOf(referral: ReferralMessage): Draft<Omit<Message10["service"], "patient">> {
  const { envelope, content, patient: _, ...own } = referral;
  return {
    ...own,
    acknowledgement: envelope.acknowledgement,
    contentType: content.type,
    receiver: envelope.receiver,
    sender: envelope.sender,
    otherReceivers: envelope.otherReceivers,
  };
}

function patientOf({ patient, ...referral }: ReferralMessage) {
  const { id, typeId } = pairOfIdents(patient.idents);
  const { address, telecoms } = patient;
  const place =
    address === undefined && telecoms.length === 0
      ? undefined
      : { address: address ?? {}, telecoms };
  return {
    ...referral,
    ...patient,
    wholeName: wholeNameOf(patient),
    officialId: id,
    officialIdType: typeId,
    otherIdents: patient.otherIdents ?? [],
    consent: referral.consents[0],
    place,
  };
}

function checked(codec: Codec<ReferralMessage>): Codec<ReferralMessage> {
  return {
    read: (element, reading) => {
      const before = reading.problems.length;
      const referral = codec.read(element, reading);
      if (reading.problems.length === before) checkPatient(element, referral, reading);
      return referral;
    },
    write: (referral) => codec.write(referral),
  };
}
