// Knows the words around what a patient has said.
import { screenTexts } from "../../i18n/screen-texts.ts";

export const voiceTexts = screenTexts({
  nb: {
    tab: "Fra pasienten",
    none: "Pasienten har ikke sagt noe her ennå.",
    about: {
      "before-evaluation": "Før evalueringen",
      "not-working": "Noe virker ikke",
      "other-therapist": "Ønsker en annen behandler",
      "alone-with-therapist": "Vil møte behandleren alene",
    },
    states: {
      waiting: "venter på svar",
      taken: "noen svarer",
      answered: "besvart",
      withdrawn: "trukket",
    },
    answerBy: (on: string) => `Svar innen ${on}`,
    said: (on: string) => `sagt ${on}`,
    take: "Jeg svarer på dette",
    answer: "Svar til pasienten",
    send: "Send svaret",
    answered: (on: string) => `Svar gitt ${on}`,
  },
  nn: {
    tab: "Frå pasienten",
    none: "Pasienten har ikkje sagt noko her enno.",
    about: {
      "before-evaluation": "Før evalueringa",
      "not-working": "Noko verkar ikkje",
      "other-therapist": "Ønskjer ein annan behandlar",
      "alone-with-therapist": "Vil møte behandlaren åleine",
    },
    states: {
      waiting: "ventar på svar",
      taken: "nokon svarar",
      answered: "svart på",
      withdrawn: "trekt",
    },
    answerBy: (on: string) => `Svar innan ${on}`,
    said: (on: string) => `sagt ${on}`,
    take: "Eg svarar på dette",
    answer: "Svar til pasienten",
    send: "Send svaret",
    answered: (on: string) => `Svar gitt ${on}`,
  },
  en: {
    tab: "From the patient",
    none: "The patient has said nothing here yet.",
    about: {
      "before-evaluation": "Before the evaluation",
      "not-working": "Something is not working",
      "other-therapist": "Wants another therapist",
      "alone-with-therapist": "Wants to meet the therapist alone",
    },
    states: {
      waiting: "waits for an answer",
      taken: "somebody answers",
      answered: "answered",
      withdrawn: "taken back",
    },
    answerBy: (on: string) => `Answer by ${on}`,
    said: (on: string) => `said on ${on}`,
    take: "I will answer this",
    answer: "Answer to the patient",
    send: "Send the answer",
    answered: (on: string) => `Answered on ${on}`,
  },
});
