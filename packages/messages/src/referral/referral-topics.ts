// Knows where in a referral its topics stand: problem, findings, medication, social matters, wishes.

import type { CalendarDate } from "@rettvei/engine";
import type { ClinicalItem, Observation } from "../parts/clinical.ts";
import type { Professional } from "../parts/contact.ts";
import { identOf } from "../parts/contact.ts";
import type { ReferralMessage } from "./referral-message.ts";

/** A referral by topic, for reading and for holding against a checklist. Texts as written; empty where nothing was said. */
export interface ReferralTopics {
  readonly problem: readonly string[];
  readonly expectedTreatment: readonly string[];
  readonly social: readonly string[];
  readonly otherReasons: readonly string[];
  readonly history: readonly string[];
  readonly findings: readonly ClinicalItem[];
  readonly medication: readonly ClinicalItem[];
  readonly warnings: readonly string[];
  /** A therapist the patient or referrer wishes for. */
  readonly wantedTherapists: readonly Professional[];
  readonly wantsFreeChoice: boolean;
}

export function referralTopics(referral: ReferralMessage): ReferralTopics {
  const { reasons, items, precautions, responsible, assessment } = referral;
  const under = (code: string) =>
    reasons.filter(({ heading }) => heading?.value === code).flatMap(textOf);
  const named: ReadonlySet<string | undefined> = new Set(["PROB", "UTRED", "FA"]);
  const about = (code: string) => items.filter((item) => item.about.value === code);
  return {
    problem: under("PROB"),
    expectedTreatment: under("UTRED"),
    social: under("FA"),
    otherReasons: reasons.filter(({ heading }) => !named.has(heading?.value)).flatMap(textOf),
    history: about("ANAM").flatMap(({ observation }) => wordsOf(observation)),
    findings: about("FUNN"),
    medication: about("MEDB"),
    warnings: [
      ...precautions.map(({ text }) => text),
      ...about("CAVE").flatMap(({ observation }) => wordsOf(observation)),
    ],
    wantedTherapists: responsible
      .filter(({ relation }) => relation?.value === "OEB")
      .map(({ professional }) => professional),
    wantsFreeChoice: assessment?.details?.freeChoiceOfHospital ?? false,
  };
}

function textOf({ text }: { readonly text?: string }): readonly string[] {
  return text === undefined || text.trim() === "" ? [] : [text];
}

function wordsOf(observation: Observation | undefined): readonly string[] {
  return [observation?.description, observation?.comment].filter((words) => words !== undefined);
}

/** The dates of code system 9147, by name. */
export interface AssessmentDates {
  readonly seniority?: CalendarDate;
  readonly assessed?: CalendarDate;
  readonly legalDeadline?: CalendarDate;
  readonly waitEnded?: CalendarDate;
}

const DATES: Readonly<Record<string, keyof AssessmentDates>> = {
  "1": "seniority",
  "2": "assessed",
  "3": "legalDeadline",
  "4": "waitEnded",
};

/** The first date of each kind. */
export function assessmentDates({ assessment }: ReferralMessage): AssessmentDates {
  const dates: { -readonly [K in keyof AssessmentDates]?: CalendarDate } = {};
  for (const { type, date } of assessment?.dates ?? []) {
    const key = DATES[type.value ?? ""];
    if (key !== undefined) dates[key] ??= date;
  }
  return dates;
}

/** Birth number or D-number of the patient, if one is told. */
export function personNumberOf({ patient }: ReferralMessage): string | undefined {
  return identOf(patient, "FNR") ?? identOf(patient, "DNR");
}
