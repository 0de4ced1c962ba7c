// Knows the headings of a discharge summary by their codes in the standard, and the one above its diagnoses.
import { screenTexts } from "./screen-texts.ts";

export const summaryHeadings = screenTexts({
  nb: {
    diagnoses: "Diagnoser",
    AI: "Årsak til innleggelse",
    AH: "Årsak til henvisning",
    FO: "Forløp og behandling",
    FU: "Funn og undersøkelser",
    ME: "Medisinering",
    HJ: "Funksjonsnivå og hjelpetiltak",
    FA: "Familie og sosiale forhold",
    VU: "Vurdering",
    OP: "Planer for videre oppfølging",
    IP: "Informasjon til pasient og pårørende",
    SY: "Sykmelding",
  },
  nn: {
    diagnoses: "Diagnosar",
    AI: "Årsak til innlegging",
    AH: "Årsak til tilvising",
    FO: "Forløp og behandling",
    FU: "Funn og undersøkingar",
    ME: "Medisinering",
    HJ: "Funksjonsnivå og hjelpetiltak",
    FA: "Familie og sosiale forhold",
    VU: "Vurdering",
    OP: "Planar for vidare oppfølging",
    IP: "Informasjon til pasient og pårørande",
    SY: "Sjukmelding",
  },
  en: {
    diagnoses: "Diagnoses",
    AI: "Reason for admission",
    AH: "Reason for referral",
    FO: "Course and treatment",
    FU: "Findings and examinations",
    ME: "Medication",
    HJ: "Functioning and help given",
    FA: "Family and social matters",
    VU: "Assessment",
    OP: "Plans for follow-up",
    IP: "Information to patient and relatives",
    SY: "Sick leave",
  },
});

export type SummaryHeading = keyof (typeof summaryHeadings)["nb"];

/** One that is told as it came: a summary from elsewhere may have others. */
export function isSummaryHeading(code: string): code is SummaryHeading {
  return code in summaryHeadings.nb;
}
