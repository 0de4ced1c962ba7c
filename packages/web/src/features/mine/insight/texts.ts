// Knows the words for who has looked, and for asking why.
import { screenTexts } from "../../../i18n/screen-texts.ts";

export const insightTexts = screenTexts({
  nb: {
    title: "Hvem har sett",
    lead: "Her står alle som har sett opplysningene dine, og alle som har prøvd. Du kan spørre hvorfor.",
    none: "Ingen har sett opplysningene dine.",
    others: "Andre enn deg",
    self: "Du selv",
    selfMore: (n: number): string =>
      n === 1 ? "Du har selv sett én gang." : `Du har selv sett ${n} ganger.`,
    more: "Her står de siste hundre gangene. Be enheten om resten.",
    itself: "Det er programmet selv, for eksempel når det sender et brev.",
    deeds: {
      refused: "Fikk ikke se.",
      unforeseen: "Åpnet i en uforutsett situasjon.",
      changed: "Skrev eller endret noe.",
      read: "Så på opplysningene.",
    },
    ask: "Spør hvorfor",
    askLabel: "Hva lurer du på?",
    asked: "Takk. Enheten svarer deg her.",
    explanations: "Det du har spurt om",
    by: (on: string): string => `Du får svar innen ${on}.`,
    answer: "Svar",
  },
  nn: {
    title: "Kven har sett",
    lead: "Her står alle som har sett opplysningane dine, og alle som har prøvd. Du kan spørje kvifor.",
    none: "Ingen har sett opplysningane dine.",
    others: "Andre enn deg",
    self: "Du sjølv",
    selfMore: (n: number): string =>
      n === 1 ? "Du har sjølv sett éin gong." : `Du har sjølv sett ${n} gonger.`,
    more: "Her står dei siste hundre gongene. Be eininga om resten.",
    itself: "Det er programmet sjølv, til dømes når det sender eit brev.",
    deeds: {
      refused: "Fekk ikkje sjå.",
      unforeseen: "Opna i ein uventa situasjon.",
      changed: "Skreiv eller endra noko.",
      read: "Såg på opplysningane.",
    },
    ask: "Spør kvifor",
    askLabel: "Kva lurer du på?",
    asked: "Takk. Eininga svarar deg her.",
    explanations: "Det du har spurt om",
    by: (on: string): string => `Du får svar innan ${on}.`,
    answer: "Svar",
  },
  en: {
    title: "Who has looked",
    lead: "Here is everybody who has seen your information, and everybody who tried. You may ask why.",
    none: "Nobody has seen your information.",
    others: "Others than you",
    self: "Yourself",
    selfMore: (n: number): string =>
      n === 1 ? "You have looked once yourself." : `You have looked ${n} times yourself.`,
    more: "These are the last hundred times. Ask the unit for the rest.",
    itself: "It is the program itself, for instance when it sends a letter.",
    deeds: {
      refused: "Was not let in.",
      unforeseen: "Opened in an unforeseen situation.",
      changed: "Wrote or changed something.",
      read: "Looked at the information.",
    },
    ask: "Ask why",
    askLabel: "What would you like to know?",
    asked: "Thank you. The unit will answer you here.",
    explanations: "What you have asked",
    by: (on: string): string => `You get an answer by ${on}.`,
    answer: "Answer",
  },
});
