// Knows what a discharge summary says.
import type { ClinicalItem, Diagnosis } from "../parts/clinical.ts";
import type { Party, Person } from "../parts/contact.ts";
import type { ReferralKind } from "../referral/referral-message.ts";
import type { RelatedParty } from "../referral/referral-people.ts";
import type { Code } from "../shape/kith-types.ts";

/** Code system 8311 as published with the display files of the standards (2018-10-15): the headings that a summary of mental health care or addiction treatment uses. */
export const SUMMARY_HEADINGS = {
  AI: "Årsak til innleggelse",
  AH: "Årsak til henvisning",
  FO: "Forløp og behandling",
  FU: "Funn og undersøkelser",
  ME: "Medisinering",
  HJ: "Funksjonsnivå/hjelpetiltak",
  FA: "Familie/sosialt",
  VU: "Vurdering",
  OP: "Planer for videre oppfølging",
  SY: "Sykmelding",
  IP: "Informasjon til pasient/pårørende",
} as const;

export type SummaryHeading = keyof typeof SUMMARY_HEADINGS;

/** What whoever takes over cannot do without: no summary is sent that lacks one of them. */
const INDISPENSABLE: readonly SummaryHeading[] = ["VU", "OP"];

/** Indispensable headings under which nothing is said. */
export function missingHeadings(sections: readonly SummarySection[]): readonly SummaryHeading[] {
  return INDISPENSABLE.filter(
    (code) => !sections.some(({ heading, text }) => heading === code && text.trim() !== ""),
  );
}

export interface SummarySection {
  readonly heading: SummaryHeading;
  readonly text: string;
}

/** Code system 8240, from the same place. */
export const CARE_LEVELS = {
  dogn: { value: "1", display: "Heldøgnsopphold" },
  dag: { value: "2", display: "Dagbehandling" },
  poliklinikk: { value: "3", display: "Poliklinisk omsorg" },
} as const;

export interface DischargeSummary {
  readonly messageId: string;
  readonly generatedAt: string;
  readonly isTest: boolean;
  /** New, or in place of an earlier one. */
  readonly kind: ReferralKind;
  /** Stays the same when the summary is changed or cancelled. */
  readonly documentId: string;
  readonly issuedAt: string;
  readonly approvedAt?: string;
  readonly isPreliminary: boolean;
  /** What kind of summary, in words. */
  readonly title: string;
  readonly referral?: {
    readonly documentId: string;
    readonly issuedAt: string;
    readonly receivedOn?: string;
    /** At least one. */
    readonly diagnoses: readonly Diagnosis[];
  };
  readonly stay: {
    readonly from: string;
    readonly to?: string;
    readonly careLevel: keyof typeof CARE_LEVELS;
    readonly outcome?: Code;
  };
  /** The first is the main one. */
  readonly diagnoses: readonly Diagnosis[];
  /** Medication, findings, warnings. */
  readonly items: readonly ClinicalItem[];
  readonly sections: readonly SummarySection[];
  readonly patient: Person;
  /** The unit that treated. */
  readonly provider: Party;
  /** Who referred. */
  readonly requester: Party;
  /** Others who get it, as the general practitioner. */
  readonly copies: readonly Party[];
  /** Who answers for it. */
  readonly responsible: readonly Party[];
  /** General practitioner and others who give the patient care. */
  readonly relatedParties: readonly RelatedParty[];
}
