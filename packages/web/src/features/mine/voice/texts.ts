// Knows the words for speaking up: four things a patient may say, and what comes of them.
import { screenTexts } from "../../../i18n/screen-texts.ts";

export const voiceTexts = screenTexts({
  nb: {
    title: { adult: "Si fra", young: "Si hva du mener" },
    lead: {
      adult: "Skriv med egne ord. Du får svar her. Det du sier, går ikke ut over hjelpen du får.",
      young:
        "Du kan skrive her når du vil. En voksen leser det og svarer deg. Du kan ikke si noe feil.",
    },
    about: "Hva vil du si?",
    kinds: {
      adult: {
        "before-evaluation": "Noe før neste møte om behandlingen",
        "not-working": "Noe fungerer ikke",
        "other-therapist": "Jeg vil ha en annen behandler",
        "alone-with-therapist": "Jeg vil snakke med behandleren alene",
      },
      young: {
        "before-evaluation": "Noe jeg vil si før neste møte",
        "not-working": "Noe er ikke bra",
        "other-therapist": "Jeg vil ha en annen å snakke med",
        "alone-with-therapist": "Jeg vil snakke alene, uten foreldrene mine",
      },
    },
    hints: {
      "before-evaluation":
        "Hva er blitt bedre? Hva er ikke bra? Hva vil du at dere skal snakke om?",
      "not-working": "Fortell hva som ikke virker for deg. Det er ikke din feil.",
      "other-therapist":
        "Du trenger ikke si hvorfor, men det kan hjelpe. Behandleren får ikke svare på dette alene.",
      "alone-with-therapist": "Det kan du alltid be om. Skriv gjerne når det passer.",
    },
    reads:
      "Koordinatoren din leser det og svarer. Har du ingen, svarer behandleren eller enheten. Når du har sendt, ser du datoen du senest får svar.",
    sent: "Takk. Det er sendt. Svaret kommer her. Datoen står under.",
    earlier: "Det du har sagt",
    none: "Du har ikke skrevet noe ennå.",
    said: (on: string): string => `Du skrev dette ${on}.`,
    waits: (by: string): string => `Ingen har svart ennå. Du får svar innen ${by}.`,
    taken: (by: string, name: string): string => `${name} svarer deg innen ${by}.`,
    somebody: "Noen ved enheten",
    late: "Svaret er forsinket. Enheten ser det på listen sin. Du kan ringe og minne om det.",
    answered: (on: string): string => `Svar ${on}`,
    withdrawn: "Du har trukket dette tilbake.",
    withdraw: "Trekk det tilbake",
  },
  nn: {
    title: { adult: "Sei frå", young: "Sei kva du meiner" },
    lead: {
      adult: "Skriv med eigne ord. Du får svar her. Det du seier, går ikkje ut over hjelpa du får.",
      young:
        "Du kan skrive her når du vil. Ein vaksen les det og svarar deg. Du kan ikkje seie noko feil.",
    },
    about: "Kva vil du seie?",
    kinds: {
      adult: {
        "before-evaluation": "Noko før neste møte om behandlinga",
        "not-working": "Noko fungerer ikkje",
        "other-therapist": "Eg vil ha ein annan behandlar",
        "alone-with-therapist": "Eg vil snakke med behandlaren åleine",
      },
      young: {
        "before-evaluation": "Noko eg vil seie før neste møte",
        "not-working": "Noko er ikkje bra",
        "other-therapist": "Eg vil ha ein annan å snakke med",
        "alone-with-therapist": "Eg vil snakke åleine, utan foreldra mine",
      },
    },
    hints: {
      "before-evaluation": "Kva er blitt betre? Kva er ikkje bra? Kva vil du at de skal snakke om?",
      "not-working": "Fortel kva som ikkje verkar for deg. Det er ikkje din feil.",
      "other-therapist":
        "Du treng ikkje seie kvifor, men det kan hjelpe. Behandlaren får ikkje svare på dette åleine.",
      "alone-with-therapist": "Det kan du alltid be om. Skriv gjerne når det passar.",
    },
    reads:
      "Koordinatoren din les det og svarar. Har du ingen, svarar behandlaren eller eininga. Når du har sendt, ser du datoen du seinast får svar.",
    sent: "Takk. Det er sendt. Svaret kjem her. Datoen står under.",
    earlier: "Det du har sagt",
    none: "Du har ikkje skrive noko enno.",
    said: (on: string): string => `Du skreiv dette ${on}.`,
    waits: (by: string): string => `Ingen har svart enno. Du får svar innan ${by}.`,
    taken: (by: string, name: string): string => `${name} svarar deg innan ${by}.`,
    somebody: "Nokon ved eininga",
    late: "Svaret er forseinka. Eininga ser det på lista si. Du kan ringje og minne om det.",
    answered: (on: string): string => `Svar ${on}`,
    withdrawn: "Du har trekt dette tilbake.",
    withdraw: "Trekk det tilbake",
  },
  en: {
    title: { adult: "Speak up", young: "Say what you think" },
    lead: {
      adult:
        "Write in your own words. You get an answer here. What you say does not change the help you get.",
      young:
        "You can write here whenever you want. An adult reads it and answers you. You cannot say anything wrong.",
    },
    about: "What do you want to say?",
    kinds: {
      adult: {
        "before-evaluation": "Something before the next meeting about my treatment",
        "not-working": "Something is not working",
        "other-therapist": "I want another therapist",
        "alone-with-therapist": "I want to talk with my therapist alone",
      },
      young: {
        "before-evaluation": "Something I want to say before the next meeting",
        "not-working": "Something is not good",
        "other-therapist": "I want somebody else to talk with",
        "alone-with-therapist": "I want to talk alone, without my parents",
      },
    },
    hints: {
      "before-evaluation":
        "What has become better? What is not good? What do you want to talk about?",
      "not-working": "Tell us what does not work for you. It is not your fault.",
      "other-therapist":
        "You need not say why, but it may help. Your therapist does not answer this alone.",
      "alone-with-therapist": "You may always ask for that. Tell us when it suits you.",
    },
    reads:
      "Your coordinator reads it and answers. If you have none, your therapist or the unit does. Once it is sent, you see the date you get an answer by.",
    sent: "Thank you. It has been sent. The answer comes here. The date is below.",
    earlier: "What you have said",
    none: "You have not written anything yet.",
    said: (on: string): string => `You wrote this on ${on}.`,
    waits: (by: string): string => `Nobody has answered yet. You get an answer by ${by}.`,
    taken: (by: string, name: string): string => `${name} answers you by ${by}.`,
    somebody: "Somebody at the unit",
    late: "The answer is late. The unit sees it on its list. You may call and remind them.",
    answered: (on: string): string => `Answer of ${on}`,
    withdrawn: "You have taken this back.",
    withdraw: "Take it back",
  },
});
