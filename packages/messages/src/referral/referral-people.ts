// Knows the people and places around a referred patient.
import type { CalendarDate } from "@rettvei/engine";
import type {
  Address,
  Organisation,
  Party,
  Person,
  Professional,
  Telecom,
} from "../parts/contact.ts";
import type { Code } from "../shape/kith-types.ts";

export interface PatientNotes {
  readonly civilStatus?: Code;
  readonly livesAlone?: boolean;
  readonly language?: Code;
  readonly hasMunicipalServices?: boolean;
  readonly note?: string;
}

export interface NextOfKin {
  readonly relation?: Code;
  readonly careRole?: Code;
  readonly minorsBirthYear?: string;
  readonly isNearest?: boolean;
  readonly person: Person;
  readonly note?: string;
}

export interface RelatedUnit {
  readonly unit: Organisation;
  readonly note?: string;
}

export interface ContactProfessional {
  readonly professional: Professional;
  readonly note?: string;
}

/** Code system 8254: HHE is who refers, OEB a wanted therapist. */
export interface ResponsibleProfessional {
  readonly professional: Professional;
  readonly approvedOn?: CalendarDate;
  readonly relation?: Code;
  readonly note?: string;
}

/** Who gives the patient care, in 1.x: HHE who refers, FLE the general practitioner. */
export interface RelatedParty {
  readonly relation: Code;
  readonly from?: string;
  readonly to?: string;
  readonly party: Party;
}

/** Somebody the patient is related to, in 1.0. */
export interface RelatedPerson {
  readonly description?: string;
  readonly birthDate?: string;
  readonly sex?: Code;
  readonly occupation?: Code;
  readonly role?: string;
  readonly ethnicBelonging?: Code;
  readonly name: string;
  readonly officialId?: string;
  readonly officialIdType?: Code;
  readonly relation?: {
    readonly guardian?: string;
    readonly code?: Code;
    readonly description?: string;
  };
  readonly place?: PlaceToReach;
  readonly consent?: Consent;
}

/** An address with its numbers, in 1.x. */
export interface PlaceToReach {
  readonly address: Address;
  readonly telecoms: readonly Telecom[];
}

/** A school, a work place or the like, in 1.x. */
export interface RelatedInstitution {
  readonly name?: string;
  readonly role?: string;
  readonly workingTime?: string;
  readonly contactPerson?: string;
  readonly place?: PlaceToReach;
  readonly note?: string;
}

export interface CareSituation {
  readonly description?: string;
  readonly custodyType: Code;
  readonly custodyOwner?: string;
  readonly type: Code;
  readonly nativeLanguage?: Code;
}

export interface ContactPerson {
  readonly occupation?: string;
  readonly workplace?: string;
  readonly person: Person;
  readonly note?: string;
}

export interface SentDocument {
  readonly what: Code;
  readonly wasSent: boolean;
  readonly sentOn?: CalendarDate;
  readonly recipientKind?: Code;
  readonly recipientName?: string;
  readonly note?: string;
}

/** Interpreter, hearing, sight. In 1.0 people are told by number, and truth values as text. */
export interface CommunicationNeed {
  readonly person?: Person;
  readonly personNumber?: string;
  readonly hearingImpaired?: boolean;
  readonly sightImpaired?: boolean;
  readonly language?: Code;
  readonly interpreter?: Person;
  readonly interpreterNumber?: string;
  readonly endsOn?: string;
  readonly note?: string;
}

export interface Consent {
  readonly status: Code;
  readonly on?: string;
  readonly note?: string;
  readonly givenBy?: string;
}
