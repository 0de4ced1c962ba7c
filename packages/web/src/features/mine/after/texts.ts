// Knows the words for the time after the pathway: the follow-up plan, and where to turn.
import { screenTexts } from "../../../i18n/screen-texts.ts";

export const afterTexts = screenTexts({
  nb: {
    title: "Etterpå",
    lead: {
      own: "Her er planen for tiden etter forløpet, og hvor du kan henvende deg.",
      other: "Her er planen for tiden etter forløpet, og hvor dere kan henvende dere.",
    },
    none: {
      own: "Det er ikke laget noen plan for tiden etterpå ennå. Den bør være klar før siste time. Du kan spørre om den.",
      other:
        "Det er ikke laget noen plan for tiden etterpå ennå. Eller så er den ikke delt med deg.",
    },
    plan: "Plan for oppfølging",
    responsible: "Denne personen har ansvaret",
    measures: { own: "Dette får du", other: "Dette er planlagt" },
    who: "Hvem",
    when: "Når",
    whereTo: {
      own: "Her kan du ringe eller møte opp",
      other: "Hvor pasienten kan ringe eller møte opp",
    },
    yourWords: { own: "Det du ønsker", other: "Det pasienten ønsker" },
    confirmed: (by: string, on: string): string => `${by} i kommunen har bekreftet planen ${on}.`,
    waiting: "Kommunen har ikke bekreftet planen ennå.",
    phone: "Telefon",
    turn: "Hvis det blir tungt",
    help: {
      own: [
        "Ring fastlegen din når du merker at det går feil vei.",
        "Du kan bli henvist på nytt. Det er ikke et nederlag.",
        "Trenger du noen å snakke med? Numrene står øverst på siden.",
      ],
      other: [
        "Ser du at det går feil vei? Si det, og hjelp gjerne med å ringe fastlegen.",
        "Det går an å bli henvist på nytt. Det er ikke et nederlag, for noen av dere.",
        "Du kan også trenge noen å snakke med. Numrene står øverst på siden.",
      ],
    },
  },
  nn: {
    title: "Etterpå",
    lead: {
      own: "Her er planen for tida etter forløpet, og kvar du kan vende deg.",
      other: "Her er planen for tida etter forløpet, og kvar de kan vende dykk.",
    },
    none: {
      own: "Det er ikkje laga nokon plan for tida etterpå enno. Han bør vere klar før siste time. Du kan spørje om han.",
      other:
        "Det er ikkje laga nokon plan for tida etterpå enno. Eller så er han ikkje delt med deg.",
    },
    plan: "Plan for oppfølging",
    responsible: "Denne personen har ansvaret",
    measures: { own: "Dette får du", other: "Dette er planlagt" },
    who: "Kven",
    when: "Når",
    whereTo: {
      own: "Her kan du ringje eller møte opp",
      other: "Kvar pasienten kan ringje eller møte opp",
    },
    yourWords: { own: "Det du ønskjer", other: "Det pasienten ønskjer" },
    confirmed: (by: string, on: string): string => `${by} i kommunen har stadfesta planen ${on}.`,
    waiting: "Kommunen har ikkje stadfesta planen enno.",
    phone: "Telefon",
    turn: "Om det blir tungt",
    help: {
      own: [
        "Ring fastlegen din når du merkar at det går feil veg.",
        "Du kan bli tilvist på nytt. Det er ikkje eit nederlag.",
        "Treng du nokon å snakke med? Nummera står øvst på sida.",
      ],
      other: [
        "Ser du at det går feil veg? Sei det, og hjelp gjerne med å ringje fastlegen.",
        "Det går an å bli tilvist på nytt. Det er ikkje eit nederlag, for nokon av dykk.",
        "Du kan òg trenge nokon å snakke med. Nummera står øvst på sida.",
      ],
    },
  },
  en: {
    title: "Afterwards",
    lead: {
      own: "Here is the plan for the time after the pathway, and where you can turn.",
      other: "Here is the plan for the time after the pathway, and where to turn.",
    },
    none: {
      own: "No plan for the time afterwards has been made yet. It should be ready before your last appointment. You may ask for it.",
      other: "No plan for the time afterwards has been made yet. Or it is not shared with you.",
    },
    plan: "Follow-up plan",
    responsible: "This person is responsible",
    measures: { own: "What you get", other: "What is planned" },
    who: "Who",
    when: "When",
    whereTo: { own: "Where you can turn", other: "Where the patient can turn" },
    yourWords: { own: "What you want", other: "What the patient wants" },
    confirmed: (by: string, on: string): string =>
      `${by} in the municipality confirmed the plan on ${on}.`,
    waiting: "The municipality has not confirmed the plan yet.",
    phone: "Telephone",
    turn: "If it gets hard",
    help: {
      own: [
        "Call your GP when you notice that things go the wrong way.",
        "You can be referred again. It is not a defeat.",
        "Do you need somebody to talk with? The numbers are at the top of the page.",
      ],
      other: [
        "Do you see that things go the wrong way? Say so, and offer to call the GP.",
        "One can be referred again. It is not a defeat, for any of you.",
        "You may need somebody to talk with too. The numbers are at the top of the page.",
      ],
    },
  },
});
