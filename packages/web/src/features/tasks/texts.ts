// Knows the words of what waits, for a person and at a unit.
import { screenTexts } from "../../i18n/screen-texts.ts";

/** Roles in the middle of a sentence, of which one does. */
const someOf = (roles: readonly string[], or: string): string =>
  roles.map((role) => role.toLowerCase()).join(` ${or} `);

export const taskTexts = screenTexts({
  nb: {
    mine: "Mine oppgaver",
    unit: "Enhetens oppgaver",
    unitTitle: (unit: string) => `Oppgaver, ${unit}`,
    none: "Ingenting venter.",
    over: (n: number) => (n === 1 ? "1 har passert dagen sin." : `${n} har passert dagen sin.`),
    show: "Vis bare",
    all: "Alt",
    waits: "Dette venter",
    what: "Hva",
    who: "Pasient",
    due: "Innen",
    dueKinds: { statutory: "Lovpålagt frist", planned: "Planlagt", own: "Vår egen tid" },
    left: "Tid igjen",
    noPatient: "–",
    onDay: (n: number) =>
      n === 0
        ? "i dag"
        : n > 0
          ? `om ${n} ${n === 1 ? "dag" : "dager"}`
          : `${-n} ${n === -1 ? "dag" : "dager"} siden`,
    types: {
      voice: "Svar pasienten",
      question: "Svar henviseren",
      plan: "Pasienten har skrevet til planen",
      evaluation: "Evaluering",
      proposal: "Forslag til registrering",
      message: "Melding som ikke er kommet fram",
      closing: "Avslutning",
      "follow-up-plan": "Oppfølgingsplan venter på kommunen",
      detox: "Avrusning",
      transfer: "Overføring venter på svar",
      referral: "Henvisning",
      received: "Melding inn som ikke er plassert",
      agreement: "Avtale skal gjennomgås",
      "glass-review": "Nødåpning skal vurderes",
      explanation: "Pasienten ber om en forklaring",
      "access-review": "Loggkontrollen spør om et oppslag",
    },
    doneBy: (roles: readonly string[]) => `Gjøres av ${someOf(roles, "eller")}`,
  },
  nn: {
    mine: "Mine oppgåver",
    unit: "Oppgåvene til eininga",
    unitTitle: (unit: string) => `Oppgåver, ${unit}`,
    none: "Ingenting ventar.",
    over: (n: number) => (n === 1 ? "1 har passert dagen sin." : `${n} har passert dagen sin.`),
    show: "Vis berre",
    all: "Alt",
    waits: "Dette ventar",
    what: "Kva",
    who: "Pasient",
    due: "Innan",
    dueKinds: { statutory: "Lovpålagd frist", planned: "Planlagt", own: "Vår eiga tid" },
    left: "Tid igjen",
    noPatient: "–",
    onDay: (n: number) =>
      n === 0
        ? "i dag"
        : n > 0
          ? `om ${n} ${n === 1 ? "dag" : "dagar"}`
          : `${-n} ${n === -1 ? "dag" : "dagar"} sidan`,
    types: {
      voice: "Svar pasienten",
      question: "Svar tilvisaren",
      plan: "Pasienten har skrive til planen",
      evaluation: "Evaluering",
      proposal: "Framlegg til registrering",
      message: "Melding som ikkje er komen fram",
      closing: "Avslutning",
      "follow-up-plan": "Oppfølgingsplan ventar på kommunen",
      detox: "Avrusing",
      transfer: "Overføring ventar på svar",
      referral: "Tilvising",
      received: "Melding inn som ikkje er plassert",
      agreement: "Avtale skal gåast gjennom",
      "glass-review": "Naudopning skal vurderast",
      explanation: "Pasienten ber om ei forklaring",
      "access-review": "Loggkontrollen spør om eit oppslag",
    },
    doneBy: (roles: readonly string[]) => `Blir gjort av ${someOf(roles, "eller")}`,
  },
  en: {
    mine: "My tasks",
    unit: "The unit's tasks",
    unitTitle: (unit: string) => `Tasks, ${unit}`,
    none: "Nothing waits.",
    over: (n: number) => `${n} past their day.`,
    show: "Show only",
    all: "All",
    waits: "What waits",
    what: "What",
    who: "Patient",
    due: "By",
    dueKinds: { statutory: "Statutory deadline", planned: "Planned", own: "Our own time" },
    left: "Time left",
    noPatient: "–",
    onDay: (n: number) =>
      n === 0
        ? "today"
        : n > 0
          ? `in ${n} ${n === 1 ? "day" : "days"}`
          : `${-n} ${n === -1 ? "day" : "days"} ago`,
    types: {
      voice: "Answer the patient",
      question: "Answer the referrer",
      plan: "The patient has written to the plan",
      evaluation: "Evaluation",
      proposal: "Proposed registration",
      message: "Message that has not arrived",
      closing: "Closing",
      "follow-up-plan": "Follow-up plan waits for the municipality",
      detox: "Detox",
      transfer: "Transfer waits for an answer",
      referral: "Referral",
      received: "Message in that is not placed",
      agreement: "Agreement to be reviewed",
      "glass-review": "Emergency opening to be reviewed",
      explanation: "The patient asks for an explanation",
      "access-review": "The log control asks about an access",
    },
    doneBy: (roles: readonly string[]) => `Done by ${someOf(roles, "or")}`,
  },
});
