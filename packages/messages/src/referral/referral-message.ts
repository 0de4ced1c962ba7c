// Knows what a referral says, whichever of the national standards it came in.
import type { CalendarDate } from "@rettvei/engine";
import type { ClinicalItem, Diagnosis, HeadedText, Precaution } from "../parts/clinical.ts";
import type { Person } from "../parts/contact.ts";
import type { Attachment, DocumentNotes, Envelope } from "../parts/envelope.ts";
import type { Code } from "../shape/kith-types.ts";
import type {
  CareSituation,
  CommunicationNeed,
  Consent,
  ContactPerson,
  ContactProfessional,
  NextOfKin,
  PatientNotes,
  RelatedInstitution,
  RelatedParty,
  RelatedPerson,
  RelatedUnit,
  ResponsibleProfessional,
  SentDocument,
} from "./referral-people.ts";

export type ReferralStandard = "henvisning-1.0" | "henvisning-1.1" | "henvisning-2.0";

/** Code system 7309, the three of its codes that a referral may have. */
export type ReferralKind = "new" | "change" | "cancel";

export interface ReferredPatient extends Person {
  readonly deathDate?: string;
  /** The number the patient has at the sender. */
  readonly idAtSender?: string;
}

/** What is asked for. Codes are empty where a 1.0 referral asks for nothing in particular. */
export interface RequestedService {
  readonly kind: Code;
  readonly purpose?: Code;
  readonly wantedOn?: string;
  /** Code system 8306: 0 emergency, 3 urgent, N ordinary, PK cancer pathway; 8304 in 1.x. */
  readonly urgency: Code;
  readonly comment?: string;
  readonly service?: { readonly id?: Code; readonly speciality?: Code; readonly careLevel?: Code };
}

/** Code system 9147: 1 seniority, 2 assessed, 3 legal deadline, 4 end of waiting. */
export interface AssessmentDate {
  readonly type: Code;
  readonly date: CalendarDate;
}

export interface AssessmentDetails {
  readonly freeChoiceOfHospital?: boolean;
  /** Why the waiting ended, code system 8445. */
  readonly waitEndCode?: Code;
  /** `ForlopsId`: one and the same in all referrals of a course. */
  readonly courseId: string;
  readonly rightGranted: boolean;
  /** Code system 8485. */
  readonly outcome: Code;
}

/** What the sending unit of the specialist service had already decided; only in onward referrals. */
export interface ReferralAssessment {
  readonly dates: readonly AssessmentDate[];
  readonly details?: AssessmentDetails;
}

/** A pathway code that goes with the patient: code system 9321 or 9327 here, 8480 for cancer. */
export interface PathwayCode {
  readonly code: Code;
  readonly note?: string;
}

/**
 * A referral as plain data. Lists are empty where nothing was said; what stands in one standard only is optional or
 * a list that stays empty in the others. Times are as written: without zone they are Norwegian time.
 */
export interface ReferralMessage {
  readonly standard: ReferralStandard;
  readonly kind: ReferralKind;
  /** Sent on by a unit that received it (viderehenvisning). */
  readonly onward: boolean;
  readonly envelope: Envelope;
  /** Stays the same when the referral is changed or cancelled. */
  readonly documentId: string;
  readonly issuedAt: string;
  /** The referrer's words on the referral as a whole; why it is changed or cancelled. */
  readonly comment?: string;
  readonly payment?: Code;
  readonly healthServicesBasis?: Code;
  /** Code system 8455. */
  readonly content: { readonly type: Code; readonly note?: string };
  readonly patient: ReferredPatient;
  readonly patientNotes?: PatientNotes;
  readonly nextOfKin: readonly NextOfKin[];
  readonly relatedUnits: readonly RelatedUnit[];
  readonly contactProfessionals: readonly ContactProfessional[];
  readonly responsible: readonly ResponsibleProfessional[];
  readonly relatedParties: readonly RelatedParty[];
  readonly relatedPersons: readonly RelatedPerson[];
  readonly relatedInstitutions: readonly RelatedInstitution[];
  readonly careSituation?: CareSituation;
  readonly contactPersons: readonly ContactPerson[];
  readonly sentDocuments: readonly SentDocument[];
  readonly communicationNeeds: readonly CommunicationNeed[];
  readonly individualPlan?: IndividualPlan;
  readonly medicationReview?: MedicationReview;
  readonly precautions: readonly Precaution[];
  readonly items: readonly ClinicalItem[];
  /** Why the patient is referred, a text for each heading of code system 8231. */
  readonly reasons: readonly HeadedText[];
  readonly diagnoses: readonly Diagnosis[];
  readonly request: RequestedService;
  readonly comments: readonly HeadedText[];
  readonly assessment?: ReferralAssessment;
  readonly pathwayCodes: readonly PathwayCode[];
  readonly consents: readonly Consent[];
  /** Around the referral itself, in MsgHead. */
  readonly document?: DocumentNotes;
  readonly attachments: readonly Attachment[];
}

export interface IndividualPlan {
  readonly exists?: boolean;
  readonly coordinatorAppointed?: boolean;
  readonly note?: string;
}

export interface MedicationReview {
  readonly reviewedOn?: CalendarDate;
  readonly reconciledOn?: CalendarDate;
  readonly note?: string;
}
