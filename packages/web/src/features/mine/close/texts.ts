// Knows the words for those close to a patient: what they see, the rules of age, and support for them.
import { screenTexts } from "../../../i18n/screen-texts.ts";

export const closeTexts = screenTexts({
  nb: {
    title: "For pårørende",
    lead: "Du er viktig for den du er glad i. Du kan også trenge støtte selv.",
    see: "Det du får se",
    seeLines: [
      "Du ser det som pasienten har sagt ja til. Ja-et kan trekkes tilbake når som helst.",
      "Du ser aldri mer enn pasienten selv ser.",
      "Alt du ser på her, står i loggen til pasienten.",
    ],
    ages: "Når du er forelder",
    ageLines: [
      "Er barnet under 12 år, ser du det meste.",
      "Fra 12 til 16 år ser du det som behandleren har delt med deg.",
      "Fra 16 år bestemmer barnet selv.",
    ],
    code: "Koden din",
    codeWhy: "Les opp denne koden for den som vil la deg se.",
    support: "Støtte til deg",
    supportLines: [
      "Du kan be enheten om en samtale om hvordan du har det. De kan lytte og gi råd uten å fortelle noe om pasienten.",
      "Barn og søsken under 18 år skal få hjelp til å forstå. Be enheten om det.",
      "Du kan spørre om en forening for pårørende.",
      "Fastlegen din kan hjelpe deg når det blir for mye.",
      "Er det fare for liv, ring 113.",
    ],
  },
  nn: {
    title: "For pårørande",
    lead: "Du er viktig for den du er glad i. Du kan òg trenge støtte sjølv.",
    see: "Det du får sjå",
    seeLines: [
      "Du ser det som pasienten har sagt ja til. Ja-et kan trekkjast tilbake når som helst.",
      "Du ser aldri meir enn pasienten sjølv ser.",
      "Alt du ser på her, står i loggen til pasienten.",
    ],
    ages: "Når du er forelder",
    ageLines: [
      "Er barnet under 12 år, ser du det meste.",
      "Frå 12 til 16 år ser du det som behandlaren har delt med deg.",
      "Frå 16 år bestemmer barnet sjølv.",
    ],
    code: "Koden din",
    codeWhy: "Les opp denne koden for den som vil la deg sjå.",
    support: "Støtte til deg",
    supportLines: [
      "Du kan be eininga om ein samtale om korleis du har det. Dei kan lytte og gi råd utan å fortelje noko om pasienten.",
      "Barn og sysken under 18 år skal få hjelp til å forstå. Be eininga om det.",
      "Du kan spørje om ei foreining for pårørande.",
      "Fastlegen din kan hjelpe deg når det blir for mykje.",
      "Er det fare for liv, ring 113.",
    ],
  },
  en: {
    title: "For families",
    lead: "You matter to the one you care for. You may need support yourself.",
    see: "What you may see",
    seeLines: [
      "You see what the patient has said yes to. The yes can be taken back at any time.",
      "You never see more than the patient does.",
      "All that you look at here is in the patient's log.",
    ],
    ages: "When you are a parent",
    ageLines: [
      "If the child is under 12, you see most of it.",
      "From 12 to 16, you see what the therapist has shared with you.",
      "From 16, the child decides.",
    ],
    code: "Your code",
    codeWhy: "Read this code to whoever wants to let you see.",
    support: "Support for you",
    supportLines: [
      "You may ask the unit for a talk about how you are. They can listen and give advice without telling anything about the patient.",
      "Children and siblings under 18 are to have help to understand. Ask the unit for it.",
      "You may ask about an association for families.",
      "Your GP can help you when it gets too much.",
      "If there is danger to life, call 113.",
    ],
  },
});
